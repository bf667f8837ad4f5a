import type { Change, SeenMessage } from '../client.ts';

/** A part of a member's data that is loaded separately. */
export type Part = 'overview' | 'messages' | 'notices' | 'notifications' | 'views' | 'home';

export interface Stale {
  parts: ReadonlySet<Part>;
  /** Messages to load alone, where the rest of the conversation is still valid. */
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
  // A new message, and whether it mentions somebody, shows in the sidebar too.
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

/** The data to reload for a member who has this channel open. */
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

/** The conversation with the requested messages and their threads replaced by the loaded ones, or removed. */
export function merge(before: SeenMessage[], asked: string[], got: SeenMessage[]): SeenMessage[] {
  const anew = new Set([...asked, ...got.map((m) => m.ts)]);
  const standing = before
    .filter((m) => !anew.has(m.ts))
    .map((m) =>
      m.replies.some((r) => anew.has(r.ts)) ? { ...m, replies: m.replies.filter((r) => !anew.has(r.ts)) } : m,
    );
  return [...standing, ...got].sort((a, b) => Number(a.ts) - Number(b.ts));
}
