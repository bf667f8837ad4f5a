import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  Change,
  Notice,
  Notification,
  Overview,
  SandboxClient,
  SeenMessage,
  SeenView,
} from '../client.ts';
import { EVERYTHING, merge, type Part, staleAfter } from './stale.ts';

/** The data of one member's current view. */
export interface Snapshot {
  overview: Overview;
  messages: SeenMessage[];
  notices: Notice[];
  notifications: Notification[];
  views: SeenView[];
  home: SeenView | null;
  /** Replies that only this member saw went when the page was reloaded. */
  forgot: boolean;
}

export interface Edited {
  ts: string;
  inThread: boolean;
}

export type Tab = 'home' | 'messages';

/** The page's data, and its actions from anywhere on it. */
export interface Page extends Snapshot {
  client: SandboxClient;
  me: string;
  channel: string;
  /** The `ts` of the message whose thread is open. */
  thread: string | undefined;
  tab: Tab;
  /** The `ts` of the message that a permalink led to. */
  target: string | undefined;
  /** The own message that is being edited, in the channel or in its thread. */
  editing: Edited | undefined;
  /** Counts visits of conversations. */
  visits: number;
  /** Counts what the member sent from the conversation's composer. */
  sent: number;
  go: (channel: string) => void;
  actAs: (user: string) => void;
  openThread: (ts: string | undefined) => void;
  openTab: (tab: Tab) => void;
  edit: (message: Edited | undefined) => void;
  /** The member sent something here, and wants to see its answer. */
  noteSent: () => void;
  /** Follows a permalink; false when it leads elsewhere. */
  follow: (url: string) => boolean;
  /** Puts text into the composer. */
  suggest: (text: string) => void;
  toggleInspector: () => void;
  /** Runs an act and shows the sandbox's refusal if it fails. */
  act: (what: Promise<unknown>) => Promise<void>;
  say: (words: string) => void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this component');
  return page;
}

/** The time zone of the current member. */
export function useZone(): string {
  const { overview, me } = usePage();
  return overview.members.find((m) => m.id === me)?.tz ?? 'Etc/UTC';
}

/**
 * A member's data in this channel: all of it, or only the stale parts of `before`, which is returned unchanged if
 * nothing changed.
 */
export async function load(
  client: SandboxClient,
  { me, channel }: { me: string; channel: string },
  before?: Snapshot,
  changes: Change[] = [],
): Promise<Snapshot> {
  const { parts, ts } = before ? staleAfter(changes, me, channel) : { parts: EVERYTHING, ts: [] };
  if (before && parts.size + ts.length === 0) return before;
  const ask = <P extends Part>(part: P, get: () => Promise<Snapshot[P]>) =>
    before && !parts.has(part) ? before[part] : get();
  const [overview, messages, notices, notifications, views, home] = await Promise.all([
    ask('overview', () => client.overview(me)),
    before && ts.length > 0
      ? client.messages(me, channel, { ts }).then((got) => merge(before.messages, ts, got))
      : ask('messages', () => client.messages(me, channel)),
    ask('notices', async () => (await client.notices(me)).filter((n) => n.channel === channel)),
    ask('notifications', () => client.notifications(me)),
    ask('views', () => client.views(me)),
    ask('home', () => client.home(me)),
  ]);
  return { overview, messages, notices, notifications, views, home, forgot: before?.forgot === true };
}
