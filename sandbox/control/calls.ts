import type { FarewellOrder } from '../changes/install.ts';
import type { Ack } from '../delivery/envelope.ts';
import type { ActiveFault, Fault } from '../state/faults.ts';
import type { Notice, Notification, Problem, TrafficEntry } from '../state/types.ts';
import type { WorkspaceInput } from '../workspace.ts';
import type {
  ActResult,
  Overview,
  PressTarget,
  SaidResult,
  SeenMessage,
  SeenView,
  SubmitResult,
  SuggestResult,
  UploadedFile,
  ViewValues,
} from './types.ts';

export type { ActiveFault, FarewellOrder, Fault, Notice, Notification, Problem, TrafficEntry };

export interface MemberChange {
  name?: string;
  display_name?: string;
  real_name?: string;
  tz?: string;
  deleted?: boolean;
  is_admin?: boolean;
  is_owner?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  team_id?: string;
  email?: string;
  presence?: 'active' | 'away';
  dnd?: boolean;
}

export interface ChannelChange {
  name?: string;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  /** Members, or the bot's user id, who join. */
  join?: string[];
  leave?: string[];
}

export type DisconnectReason = 'refresh_requested' | 'warning' | 'link_disabled' | 'drop';

/** The control API: the input and the result of each action. */
export interface ControlCalls {
  overview: [{ user: string }, Overview];
  command: [{ user: string; channel: string; text: string; thread_ts?: string | undefined }, ActResult];
  say: [
    {
      user: string;
      channel: string;
      text: string;
      thread_ts?: string | undefined;
      files?: UploadedFile[] | undefined;
    },
    SaidResult,
  ];
  /** A file for a `file_input`; its id is the value to enter. */
  upload: [{ user: string } & UploadedFile, string];
  openConversation: [{ user: string; with: string[] }, string];
  notifications: [{ user: string }, Notification[]];
  openDm: [{ user: string }, string];
  press: [PressTarget & { user: string }, ActResult];
  suggest: [PressTarget & { user: string; query: string }, SuggestResult];
  submitView: [{ user: string; view: string; values?: ViewValues }, SubmitResult];
  closeView: [{ user: string; view: string }, ActResult];
  edit: [{ user: string; channel: string; ts: string; text: string }, ActResult];
  remove: [{ user: string; channel: string; ts: string }, ActResult];
  react: [{ user: string; channel: string; ts: string; name: string; remove?: boolean }, ActResult];
  openHome: [{ user: string; tab: 'home' | 'messages' }, ActResult];
  shortcut: [{ user: string; callback_id: string; message?: { channel: string; ts: string } }, ActResult];
  /** With `ts` only these messages, each with its whole thread. */
  messages: [{ user: string; channel: string; ts?: string[] }, SeenMessage[]];
  views: [{ user: string }, SeenView[]];
  home: [{ user: string }, SeenView | null];
  notices: [{ user: string }, Notice[]];
  /** With `after` only later entries. */
  traffic: [{ after?: string }, TrafficEntry[]];
  problems: [Record<string, never>, Problem[]];
  clearProblems: [Record<string, never>, null];
  fault: [Fault, null];
  faults: [Record<string, never>, ActiveFault[]];
  clearFaults: [Record<string, never>, null];
  rateLimits: [{ on: boolean }, boolean];
  disconnectSockets: [{ reason?: DisconnectReason; only?: number }, null];
  appRateLimited: [Record<string, never>, null];
  verifyUrl: [Record<string, never>, boolean];
  redeliver: [{ event_id: string; new_id?: boolean }, Ack];
  changeMember: [{ user: string; edit: MemberChange }, null];
  /** What the app calls members; null takes a title back. */
  titles: [{ titles: Record<string, string | null> }, null];
  changeChannel: [{ channel: string; edit: ChannelChange }, null];
  createChannel: [{ user: string; name: string; is_private?: boolean }, string];
  deleteChannel: [{ channel: string }, null];
  /** `tokens_revoked` may come before `app_uninstalled`. */
  uninstall: [{ order?: FarewellOrder }, null];
  revokeTokens: [Record<string, never>, null];
  install: [Record<string, never>, null];
  scopes: [{ grant?: string[]; revoke?: string[] }, string[]];
  moveClock: [{ ms: number }, number];
  reset: [Record<string, never>, null];
  load: [{ workspace: WorkspaceInput }, null];
}
