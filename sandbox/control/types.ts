import type { Ack } from '../delivery/envelope.ts';
import type { AssistantThread, Json, Member, Reaction } from '../state/types.ts';

/** A message as one member sees it. */
export interface SeenMessage {
  ts: string;
  channel: string;
  user: string;
  username: string;
  is_bot: boolean;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  thread_ts?: string;
  reply_broadcast: boolean;
  edited: boolean;
  pinned: boolean;
  /** Its files; `url` is for the page. */
  files: SeenFile[];
  reactions: Reaction[];
  /** What this member has set in its elements, by block and action. */
  values: Record<string, Record<string, Json>>;
  /** It is still being written. */
  streaming: boolean;
  /** On the root of a thread with the app: what it is doing, the thread's title, and prompts to pick from. */
  assistant?: AssistantThread;
  /** Only this member sees it. */
  ephemeral: boolean;
  replies: SeenMessage[];
}

/** A file that a member drops into a message. */
export interface UploadedFile {
  name: string;
  content?: string;
  /** Instead of `content`, for binary files. */
  base64?: string;
}

export interface SeenFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  alt_txt: string;
  url: string;
}

/** A modal or Home view as its member sees it. */
export interface SeenView {
  id: string;
  type: 'modal' | 'home';
  callback_id: string;
  private_metadata: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: Json[];
  values: Record<string, Record<string, Json>>;
  errors: Record<string, string>;
  notice?: string;
}

export interface ActResult {
  /** How the delivery ended; absent when nothing was delivered. */
  ack?: Ack;
  /** Slack's own sentence to the member, such as "not a valid command". */
  notice?: string;
}

export interface SaidResult extends ActResult {
  ts: string;
}

export interface SubmitResult extends ActResult {
  /** Errors by block, found by the client or the app. */
  errors?: Record<string, string>;
}

export interface SuggestResult extends ActResult {
  /** The app's suggestions; pick one by its value or label. */
  options: Json[];
}

export interface PressTarget {
  /** The message's channel; also for an ephemeral message's `ts`. */
  channel?: string;
  ts?: string;
  /** A modal's id, or `home` for the member's App Home. */
  view?: string;
  action_id: string;
  block_id?: string;
  /** For selects and pickers: an option's value or label, an id, a date; several for multi selects. */
  option?: string | string[] | number | null;
  /** The values of its inputs at that moment. */
  values?: ViewValues;
}

type One = string | number | null;
/** Values to enter into a view: by block or action id, or by both. */
export type ViewValues = Record<string, One | string[] | Record<string, One | string[]>>;

export interface SeenChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  members: string[];
  /** The other members of a conversation without the app. */
  with: string[];
  is_ext_shared: boolean;
  is_archived: boolean;
  bot_is_member: boolean;
  /** The `ts` of the newest message this member sees. */
  latest: string;
  /** The `ts` of the newest message that notified this member; silenced ones do not count. */
  notified: string;
}

/** The page's data on the workspace, the app and one member's conversations. */
export interface Overview {
  team: { id: string; name: string; domain: string };
  bot: { user_id: string; name: string; description: string };
  members: Member[];
  /** What the app calls members, by their ids. */
  titles: Record<string, string>;
  channels: SeenChannel[];
  commands: { command: string; description: string; usage_hint: string }[];
  shortcuts: { name: string; type: 'global' | 'message'; callback_id: string; description: string }[];
  home_tab: boolean;
  messages_tab: boolean;
  connections: number;
  rate_limits: boolean;
  delivery: 'socket' | 'http';
  /** What the manifest asks for and never gets here. */
  warnings: string[];
  now: number;
}
