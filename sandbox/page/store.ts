import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Notice, Overview, SandboxClient, SeenMessage, SeenView } from '../client.ts';

/** What one member looks at. Reloaded whole after every change: the sandbox is on this machine. */
export interface Snapshot {
  overview: Overview;
  messages: SeenMessage[];
  notices: Notice[];
  views: SeenView[];
  home: SeenView | null;
}

export interface Page extends Snapshot {
  client: SandboxClient;
  me: string;
  channel: string;
  /** The `ts` of the message whose thread is open. */
  thread: string | undefined;
  tab: 'home' | 'messages';
  go: (channel: string) => void;
  openThread: (ts: string | undefined) => void;
  openTab: (tab: 'home' | 'messages') => void;
  /** Puts words into the composer. */
  suggest: (text: string) => void;
  /** Runs what a member does and shows the sandbox's own "no" if it cannot be done. */
  act: (what: Promise<unknown>) => Promise<void>;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this component');
  return page;
}

export async function load(client: SandboxClient, me: string, channel: string): Promise<Snapshot> {
  const [overview, messages, notices, views, home] = await Promise.all([
    client.overview(me),
    client.messages(me, channel),
    client.notices(me),
    client.views(me),
    client.home(me),
  ]);
  return { overview, messages, notices: notices.filter((n) => n.channel === channel), views, home };
}

const READ = 'sandbox-read';

/** The newest message a member has seen, by member and channel; kept in the browser. */
export function lastRead(me: string, channel: string): string {
  return (
    (JSON.parse(localStorage.getItem(READ) ?? '{}') as Record<string, string>)[`${me}:${channel}`] ?? '0'
  );
}

export function markRead(me: string, channel: string, ts: string): void {
  const all = JSON.parse(localStorage.getItem(READ) ?? '{}') as Record<string, string>;
  if ((all[`${me}:${channel}`] ?? '0') >= ts) return;
  localStorage.setItem(READ, JSON.stringify({ ...all, [`${me}:${channel}`]: ts }));
}
