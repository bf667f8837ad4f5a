import type { Change, SeenMessage } from '../client.ts';

/** A part of what a member sees that is asked for by itself. */
export type Part = 'overview' | 'messages' | 'notices' | 'notifications' | 'views' | 'home';

export interface Stale {
  parts: ReadonlySet<Part>;
  /** Messages to ask for by themselves, where the rest of the conversation still stands. */
  ts: string[];
}

export const EVERYTHING: ReadonlySet<Part> = new Set<Part>([
  'overview',
  'messages',
  'notices',
  'notifications',
  'views',
  'home',
]);

const TOUCHES: Record<Change['type'], readonly Part[]> = {
  // Where a message came, and whether it calls for somebody, shows in the sidebar too.
  message: ['overview', 'notifications'],
  view: ['views'],
  home: ['home'],
  notice: ['notices'],
  member: ['overview'],
  channel: ['overview'],
  socket: ['overview'],
  clock: ['overview'],
  fault: ['overview'],
  traffic: [],
  problem: [],
  reset: [...EVERYTHING],
  hello: [...EVERYTHING],
};

/** What a member who looks at this channel has to be shown anew. */
export function staleAfter(changes: Change[], me: string, channel: string): Stale {
  const parts = new Set<Part>();
  const ts = new Set<string>();
  for (const change of changes) {
    if (change.user !== undefined && change.type !== 'member' && change.user !== me) continue;
    for (const part of TOUCHES[change.type]) parts.add(part);
    if (change.channel !== channel) continue;
    if (change.type === 'message' && change.ts) ts.add(change.ts);
    if (change.type === 'channel') parts.add('messages');
  }
  return { parts, ts: parts.has('messages') ? [] : [...ts] };
}

/** A conversation in which the asked messages and their threads are now as they were got, or gone. */
export function merge(before: SeenMessage[], asked: string[], got: SeenMessage[]): SeenMessage[] {
  const anew = new Set([...asked, ...got.map((m) => m.ts)]);
  const standing = before
    .filter((m) => !anew.has(m.ts))
    .map((m) =>
      m.replies.some((r) => anew.has(r.ts)) ? { ...m, replies: m.replies.filter((r) => !anew.has(r.ts)) } : m,
    );
  return [...standing, ...got].sort((a, b) => Number(a.ts) - Number(b.ts));
}
