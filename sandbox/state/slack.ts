import type { Delivery } from '../delivery/delivery.ts';
import type { Manifest } from '../manifest.ts';
import type { WorkspaceFile } from '../workspace.ts';
import { Clock, type TimeSource } from './clock.ts';
import { Faults } from './faults.ts';
import { Feed } from './feed.ts';
import { Hooks } from './hooks.ts';
import { Ids } from './ids.ts';
import { Journal } from './journal.ts';
import { Messages } from './messages.ts';
import { fill } from './people.ts';
import { Triggers } from './triggers.ts';
import type { Channel, Member, Notice, View } from './types.ts';

export interface AppIdentity {
  app_id: string;
  bot_id: string;
  bot_user_id: string;
  bot_token: string;
  app_token: string;
  signing_secret: string;
  verification_token: string;
  scopes: Set<string>;
}

/** The whole state of one workspace with one installed app. Methods, acts and deliveries work on this. */
export interface Slack {
  readonly manifest: Manifest;
  readonly workspace: WorkspaceFile;
  readonly app: AppIdentity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly feed: Feed;
  readonly journal: Journal;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  readonly messages: Messages;
  readonly notices: Notice[];
  /** Open modals by member, the topmost last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Triggers;
  readonly hooks: Hooks;
  readonly faults: Faults;
  /** Set when the server is listening. */
  origin: string;
  delivery: Delivery;
}

export type SlackOptions = Pick<Slack, 'manifest' | 'workspace' | 'app'> & { time?: TimeSource | undefined };

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
    messages: new Messages(),
    notices: [],
    modals: new Map(),
    homes: new Map(),
    triggers: new Triggers(clock, ids),
    hooks: new Hooks(clock, ids),
    faults: new Faults(),
    origin: '',
    delivery: undefined as never,
  };
  fill(slack);
  return slack;
}

/** Back to the workspace file as it was read; the clock, open sockets and tokens stay. */
export function resetSlack(slack: Slack): void {
  for (const part of [slack.members, slack.channels, slack.messages, slack.modals, slack.homes]) part.clear();
  for (const part of [slack.triggers, slack.hooks, slack.faults, slack.journal]) part.clear();
  slack.notices.length = 0;
  // No retry of an event from before the reset.
  slack.clock.stop();
  slack.delivery.forget();
  fill(slack);
  slack.feed.announce({ type: 'reset' });
}
