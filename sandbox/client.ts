import type {
  ChannelChange,
  ControlCalls,
  DisconnectReason,
  FarewellOrder,
  Fault,
  MemberChange,
} from './control/calls.ts';
import { HttpTransport, type Transport } from './control/transport.ts';
import type { PressTarget, UploadedFile, ViewValues } from './control/types.ts';
import type { Change } from './state/types.ts';
import type { WorkspaceInput } from './workspace.ts';

export type * from './control/calls.ts';
export type * from './control/types.ts';
export type { Change } from './state/types.ts';

/** A failed wait, with what it waited for and the sandbox's problems in the meantime. */
export class WaitTimeout extends Error {}

/**
 * Acts and sees as the members of a sandbox, from any process or from a browser.
 *
 * const slack = new SandboxClient('http://127.0.0.1:4400');
 * await slack.command('U0MAYA0001', 'C0OPSDAILY', '/stock MUG-01');
 * const [answer] = await slack.messages('U0MAYA0001', 'C0OPSDAILY');
 */
export class SandboxClient {
  #transport: Transport;

  constructor(sandbox: string | Transport) {
    this.#transport = typeof sandbox === 'string' ? new HttpTransport(sandbox) : sandbox;
  }

  call<K extends keyof ControlCalls>(name: K, args: ControlCalls[K][0]): Promise<ControlCalls[K][1]> {
    return this.#transport.call(name, args);
  }

  // Acting as a member.
  command = (user: string, channel: string, text: string, more: { thread_ts?: string } = {}) =>
    this.call('command', { user, channel, text, ...more });
  say = (
    user: string,
    channel: string,
    text: string,
    more: { thread_ts?: string; files?: UploadedFile[] } = {},
  ) => this.call('say', { user, channel, text, ...more });
  /** Opens a conversation among members, without the app. */
  openConversation = (user: string, others: string[]) =>
    this.call('openConversation', { user, with: others });
  /** Uploads a file for a form; returns its id, the value for a `file_input`. */
  upload = (user: string, file: UploadedFile) => this.call('upload', { user, ...file });
  openDm = (user: string) => this.call('openDm', { user });
  press = (user: string, target: PressTarget) => this.call('press', { user, ...target });
  /** Types into an external select. */
  suggest = (user: string, target: PressTarget, query: string) =>
    this.call('suggest', { user, ...target, query });
  submitView = (user: string, view: string, values: ViewValues = {}) =>
    this.call('submitView', { user, view, values });
  closeView = (user: string, view: string) => this.call('closeView', { user, view });
  /** Edits or deletes the member's own message. */
  edit = (user: string, message: { channel: string; ts: string }, text: string) =>
    this.call('edit', { user, ...message, text });
  remove = (user: string, message: { channel: string; ts: string }) =>
    this.call('remove', { user, ...message });
  /** Adds a reaction to a message, or removes it. */
  react = (
    user: string,
    message: { channel: string; ts: string },
    name: string,
    more: { remove?: boolean } = {},
  ) => this.call('react', { user, ...message, name, ...more });
  openHome = (user: string, tab: 'home' | 'messages' = 'home') => this.call('openHome', { user, tab });
  shortcut = (user: string, callback_id: string, message?: { channel: string; ts: string }) =>
    this.call('shortcut', message ? { user, callback_id, message } : { user, callback_id });

  // Seeing as a member.
  overview = (user: string) => this.call('overview', { user });
  /** The whole conversation, or only these messages, each with its thread. */
  messages = (user: string, channel: string, only: { ts?: string[] } = {}) =>
    this.call('messages', { user, channel, ...only });
  views = (user: string) => this.call('views', { user });
  home = (user: string) => this.call('home', { user });
  /** The member's notifications, and whether do-not-disturb silenced them. */
  notifications = (user: string) => this.call('notifications', { user });
  notices = (user: string) => this.call('notices', { user });

  // Looking behind the scenes, and making calls fail.
  /** Every call and delivery, or those after an entry. */
  traffic = (since: { after?: string } = {}) => this.call('traffic', since);
  problems = () => this.call('problems', {});
  clearProblems = () => this.call('clearProblems', {});
  fault = (fault: Fault) => this.call('fault', fault);
  /** The remaining faults. */
  faults = () => this.call('faults', {});
  clearFaults = () => this.call('clearFaults', {});
  /** Whether calls over Slack's rates are refused. */
  rateLimits = (on: boolean) => this.call('rateLimits', { on });
  /** All connections, or only the one at this index, the oldest being 0. */
  disconnectSockets = (reason?: DisconnectReason, only?: number) =>
    this.call('disconnectSockets', {
      ...(reason ? { reason } : {}),
      ...(only === undefined ? {} : { only }),
    });
  appRateLimited = () => this.call('appRateLimited', {});
  /** Whether the app at the request URL echoes Slack's challenge; HTTP delivery only. */
  verifyUrl = () => this.call('verifyUrl', {});
  redeliver = (event_id: string, more: { newId?: boolean } = {}) =>
    this.call('redeliver', { event_id, new_id: more.newId === true });
  changeMember = (user: string, edit: MemberChange) => this.call('changeMember', { user, edit });
  /** What the app calls members, such as `{ U0MAYA0001: 'Editor' }`: the page shows it beside their names. */
  titles = (titles: Record<string, string | null>) => this.call('titles', { titles });
  changeChannel = (channel: string, edit: ChannelChange) => this.call('changeChannel', { channel, edit });
  createChannel = (user: string, name: string, more: { is_private?: boolean } = {}) =>
    this.call('createChannel', { user, name, ...more });
  deleteChannel = (channel: string) => this.call('deleteChannel', { channel });
  /** Uninstalls the app; its two events come in the given order. */
  uninstall = (order?: FarewellOrder) => this.call('uninstall', order ? { order } : {});
  revokeTokens = () => this.call('revokeTokens', {});
  install = () => this.call('install', {});
  scopes = (change: { grant?: string[]; revoke?: string[] } = {}) => this.call('scopes', change);
  moveClock = (ms: number) => this.call('moveClock', { ms });
  reset = () => this.call('reset', {});
  /** Loads another workspace in place of this one. */
  load = (workspace: WorkspaceInput) => this.call('load', { workspace });

  /** Calls the listener after every change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.#transport.subscribe(listener);
  }

  /**
   * Waits until the predicate returns something truthy, and returns that. It checks at once and after every change in
   * the sandbox, without polling. Fails after `timeoutMs` (5,000 by default).
   */
  async waitFor<T>(
    predicate: () => T | Promise<T>,
    options: { timeoutMs?: number; what?: string } = {},
  ): Promise<NonNullable<Exclude<T, false>>> {
    let wake: () => void = () => {};
    let changed = false;
    const unsubscribe = this.subscribe(() => {
      changed = true;
      wake();
    });
    const timeoutMs = options.timeoutMs ?? 5_000;
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      wake();
    }, timeoutMs);
    try {
      for (;;) {
        changed = false;
        const value = await predicate();
        if (value) return value as NonNullable<Exclude<T, false>>;
        if (expired)
          throw new WaitTimeout(await this.#complaint(timeoutMs, options.what ?? predicate.toString()));
        if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      clearTimeout(timer);
      unsubscribe();
    }
  }

  async #complaint(timeoutMs: number, what: string): Promise<string> {
    const problems = (await this.problems()).map((p) => `\n  ${p.kind} in ${p.where}: ${p.detail}`);
    return `Waited ${timeoutMs} ms in vain for: ${what}${problems.length > 0 ? `\nProblems:${problems.join('')}` : ''}`;
  }

  /** Ends the subscriptions of this client. */
  close(): void {
    this.#transport.close();
  }
}
