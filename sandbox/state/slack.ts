import type { Delivery } from '../delivery/delivery.ts';
import type { Manifest } from '../manifest.ts';
import type { WorkspaceFile } from '../workspace.ts';
import { Clock, type TimeSource } from './clock.ts';
import { Faults } from './faults.ts';
import { Feed } from './feed.ts';
import { Files } from './files.ts';
import { Hooks } from './hooks.ts';
import { Ids } from './ids.ts';
import { Installation } from './installation.ts';
import { Journal } from './journal.ts';
import { Messages } from './messages.ts';
import { fill } from './people.ts';
import { Rates } from './rates.ts';
import { ScheduledMessages } from './scheduled.ts';
import { Triggers } from './triggers.ts';
import type { Channel, Json, Member, Notice, Notification, Usergroup, View } from './types.ts';

export interface AppIdentity {
  app_id: string;
  bot_id: string;
  bot_user_id: string;
  bot_token: string;
  app_token: string;
  client_id: string;
  client_secret: string;
  signing_secret: string;
  verification_token: string;
  scopes: Set<string>;
}

/** The whole state of one workspace with one installed app. Methods, acts and deliveries work on it. */
export interface Slack {
  readonly manifest: Manifest;
  /** The workspace file; another one can be loaded. */
  workspace: WorkspaceFile;
  readonly app: AppIdentity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly feed: Feed;
  readonly journal: Journal;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  readonly usergroups: Map<string, Usergroup>;
  readonly messages: Messages;
  readonly files: Files;
  readonly scheduled: ScheduledMessages;
  readonly notices: Notice[];
  readonly notifications: Notification[];
  /** Open modals by member, the topmost last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  /** The last suggestions of external selects, by member and element. */
  readonly suggestions: Map<string, Json[]>;
  /** What the app calls members, by their ids, such as Editor; the page shows it beside their names. */
  readonly titles: Map<string, string>;
  readonly installation: Installation;
  readonly triggers: Triggers;
  readonly hooks: Hooks;
  readonly faults: Faults;
  readonly rates: Rates;
  /** Set when the server is listening. */
  origin: string;
  delivery: Delivery;
}

export type SlackOptions = Pick<Slack, 'manifest' | 'workspace' | 'app'> & {
  time?: TimeSource | undefined;
  rateLimits?: boolean | undefined;
  fileProcessingMs?: number | undefined;
};

export function createSlack(options: SlackOptions): Slack {
  const clock = new Clock(options.time);
  const ids = new Ids(clock);
  const feed = new Feed();
  const slack: Slack = {
    manifest: options.manifest,
    workspace: options.workspace,
    app: options.app,
    clock,
    ids,
    feed,
    journal: new Journal(clock, ids, feed),
    members: new Map(),
    channels: new Map(),
    usergroups: new Map(),
    messages: new Messages(),
    scheduled: new ScheduledMessages(),
    files: new Files(clock, ids, options.fileProcessingMs ?? 1_000),
    notices: [],
    notifications: [],
    modals: new Map(),
    homes: new Map(),
    suggestions: new Map(),
    titles: new Map(),
    installation: new Installation(clock, ids),
    triggers: new Triggers(clock, ids),
    hooks: new Hooks(clock, ids),
    faults: new Faults(),
    rates: new Rates(clock, options.rateLimits === true),
    origin: '',
    delivery: undefined as never,
  };
  fill(slack);
  return slack;
}

/** Returns to the workspace file as read; the clock, open sockets, tokens and the app's titles stay. */
export function resetSlack(slack: Slack): void {
  const { members, channels, usergroups, messages, modals, homes, suggestions } = slack;
  for (const part of [members, channels, usergroups, messages, modals, homes, suggestions]) part.clear();
  const { installation, triggers, hooks, files, scheduled, faults, rates, journal } = slack;
  for (const part of [installation, triggers, hooks, files, scheduled, faults, rates, journal]) part.clear();
  slack.notices.length = 0;
  slack.notifications.length = 0;
  // No retries of events from before the reset.
  slack.clock.stop();
  slack.delivery.forget();
  fill(slack);
  slack.feed.announce({ type: 'reset' });
}
