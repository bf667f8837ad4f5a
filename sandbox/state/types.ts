export type Json = Record<string, unknown>;

export interface Member {
  id: string;
  team_id: string;
  /** The handle, lower case, as in `users.info`. */
  name: string;
  display_name: string;
  real_name: string;
  tz: string;
  deleted: boolean;
  is_admin: boolean;
  is_owner: boolean;
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_bot: boolean;
  email: string;
  presence: 'active' | 'away';
  /** Do not disturb: nothing makes a sound, whatever an app does. */
  dnd: boolean;
}

export interface Usergroup {
  id: string;
  name: string;
  handle: string;
  description: string;
  users: string[];
  created_by: string;
  created: number;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  members: Set<string>;
  creator: string;
  topic: string;
  purpose: string;
  is_ext_shared: boolean;
  is_archived: boolean;
  created: number;
  bookmarks: Bookmark[];
  /** The other person of a direct message, as its opener sees it. */
  user?: string;
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  bot_id?: string;
  thread_ts?: string;
  reply_broadcast?: boolean;
  edited?: { user: string; ts: string };
  metadata?: Json;
  /** In the order of each emoji's first use. */
  reactions?: Reaction[];
  pinned?: boolean;
  /** Links that the app may unfurl. */
  unfurlable?: string[];
  /** Ids of its files. */
  files?: string[];
  /** On an ephemeral message: the only member who sees it. */
  only_for?: string;
  /** An ephemeral message that Slack accepts but shows to nobody. */
  unseen?: boolean;
  /** What each member has set in its elements, until the message is changed. */
  held?: Map<string, View['values']>;
  /** It is still being written. */
  stream?: Stream;
  /** On the root of a thread with the app. */
  assistant?: AssistantThread;
}

/** A message that arrives piece by piece. */
export interface Stream {
  text: string;
  /** Its steps by id, in the order of their first mention. */
  tasks: Map<string, Json>;
  blocks: Json[];
  /** Its steps stand together in a plan. */
  plan: boolean;
  title?: string;
}

export interface AssistantThread {
  /** What the app is doing; empty when it waits. */
  status: string;
  title: string;
  prompts: { title: string; message: string }[];
}

export interface Reaction {
  name: string;
  users: string[];
}

export interface Bookmark {
  id: string;
  channel_id: string;
  type: 'link';
  title: string;
  link: string;
  emoji: string;
}

export interface View {
  id: string;
  type: 'modal' | 'home';
  user: string;
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  external_id: string;
  callback_id: string;
  private_metadata: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  title?: Json | undefined;
  submit?: Json | undefined;
  close?: Json | undefined;
  blocks: Json[];
  /** The member's input so far, by block and action. */
  values: Record<string, Record<string, Json>>;
  /** Field errors of the last submission, by block. */
  errors: Record<string, string>;
  /** Slack's own sentence when the app did not answer. */
  notice?: string;
  response_urls: Json[];
}

/** A sentence that Slack itself shows to one member, such as "not a valid command". */
export interface Notice {
  ts: string;
  user: string;
  channel: string;
  text: string;
}

/** A notification on a member's client, even if do-not-disturb silenced it. */
export interface Notification {
  user: string;
  channel: string;
  ts: string;
  text: string;
  why: 'direct_message' | 'mention' | 'group_mention' | 'channel_mention' | 'thread_reply';
  /** The member is in do-not-disturb: nothing is shown or heard. */
  silent: boolean;
}

/** Something the app did that the real Slack would refuse. */
export interface Problem {
  at: number;
  kind: string;
  where: string;
  detail: string;
}

export interface TrafficEntry {
  id: string;
  at: number;
  direction: 'from_app' | 'to_app';
  /** `method`, `response_url`, or the envelope type of a delivery. */
  kind: string;
  name: string;
  request: unknown;
  response: unknown;
  outcome: string;
  latency_ms: number;
}

/** An announcement on `/control/events` after every change. */
export interface Change {
  type:
    | 'message'
    | 'view'
    | 'home'
    | 'notice'
    | 'traffic'
    | 'problem'
    | 'member'
    | 'channel'
    | 'socket'
    | 'clock'
    | 'fault'
    | 'reset'
    | 'hello';
  channel?: string;
  user?: string;
  ts?: string;
  id?: string;
}
