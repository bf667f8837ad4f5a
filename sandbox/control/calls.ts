import type { Ack } from '../delivery/envelope.ts';
import type { Fault } from '../state/faults.ts';
import type { Member, Notice, Problem, TrafficEntry } from '../state/types.ts';
import type {
  ActResult,
  Overview,
  PressTarget,
  SaidResult,
  SeenMessage,
  SeenView,
  SubmitResult,
  ViewValues,
} from './types.ts';

export type { Fault, Member, Notice, Problem, TrafficEntry };

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
}

export interface ChannelChange {
  name?: string;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  /** Members, or the bot's user id, who come in. */
  join?: string[];
  leave?: string[];
}

export type DisconnectReason = 'refresh_requested' | 'warning' | 'link_disabled' | 'drop';

/** The control API: for each action what it takes and what it gives. */
export interface ControlCalls {
  overview: [{ user: string }, Overview];
  command: [{ user: string; channel: string; text: string; thread_ts?: string | undefined }, ActResult];
  say: [{ user: string; channel: string; text: string; thread_ts?: string | undefined }, SaidResult];
  openDm: [{ user: string }, string];
  press: [PressTarget & { user: string }, ActResult];
  submitView: [{ user: string; view: string; values?: ViewValues }, SubmitResult];
  closeView: [{ user: string; view: string }, ActResult];
  openHome: [{ user: string; tab: 'home' | 'messages' }, ActResult];
  shortcut: [{ user: string; callback_id: string; message?: { channel: string; ts: string } }, ActResult];
  messages: [{ user: string; channel: string }, SeenMessage[]];
  views: [{ user: string }, SeenView[]];
  home: [{ user: string }, SeenView | null];
  notices: [{ user: string }, Notice[]];
  traffic: [Record<string, never>, TrafficEntry[]];
  problems: [Record<string, never>, Problem[]];
  clearProblems: [Record<string, never>, null];
  fault: [Fault, null];
  clearFaults: [Record<string, never>, null];
  disconnectSockets: [{ reason?: DisconnectReason }, null];
  appRateLimited: [Record<string, never>, null];
  verifyUrl: [Record<string, never>, boolean];
  redeliver: [{ event_id: string; new_id?: boolean }, Ack];
  changeMember: [{ user: string; edit: MemberChange }, null];
  changeChannel: [{ channel: string; edit: ChannelChange }, null];
  scopes: [{ grant?: string[]; revoke?: string[] }, string[]];
  moveClock: [{ ms: number }, number];
  reset: [Record<string, never>, null];
}
