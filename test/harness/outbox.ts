import { setTimeout as wait } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { draws, type Ending } from '../../src/core/declare/drawing.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import {
  defineNotification,
  type Notification,
  type NotificationDeclaration,
  type NotificationKind,
} from '../../src/core/tokens/notification.ts';
import { features } from '../../src/features/index.ts';
import { audiencesOf } from '../../src/slack/app/audience.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { startSender } from '../../src/slack/outbox/sender.ts';
import { singleTry } from '../../src/slack/web/client.ts';
import { message, section } from '../../src/ui/blocks.ts';
import { mrkdwn } from '../../src/ui/text.ts';
import { builders } from './builders.ts';
import { testClock } from './clock.ts';
import { newContext, testDatabase } from './database.ts';
import { watchedLog } from './log.ts';

const noFacts = z.object({});
type Declared = NotificationDeclaration<typeof noFacts>;

/** A kind of message for tests of sending; it shows the outbox's `state`. */
export function kindOf(id: string, more: Partial<Declared> = {}): NotificationKind<Record<string, never>> {
  return defineNotification({
    id: `test.${id}`,
    priority: 'status',
    shape: 'living',
    late: 'deliver',
    inDoubt: 'repeat',
    counted: false,
    facts: noFacts,
    ...more,
  });
}

export const maya = 'U0MAYA0001';
export const ada = 'U0ADA00001';
export const daily = 'C0OPSDAILY';

/** A Slack, an outbox with the test's own kinds, and one sender, or several that share the database. */
export async function openOutbox(
  kinds: readonly NotificationKind<Record<string, never>>[],
  options: {
    at?: string;
    paceMs?: number;
    leaseMs?: number;
    history?: boolean;
    timeoutMs?: number;
    /** No feature reacts to the end of a message, as is the case for most kinds. */
    unfollowed?: boolean;
    /** The reaction to the end of a message; it may throw. */
    ended?: (said: { readonly subject: string }) => void;
  } = {},
) {
  const clock = testClock(options.at);
  const sandbox = await openSandbox({
    manifest: manifestOf(features) as ManifestInput,
    workspace: readWorkspace(smallShop),
    grantOptionalScopes: options.history ?? true,
  });
  onTestFinished(async () => await sandbox.close());
  const state = new Map<string, string | Error | null>();
  const endings: string[] = [];
  const ended = async (_: unknown, { subject }: { subject: string }, ending: Ending) => {
    options.ended?.({ subject });
    endings.push(`${subject} ${ending}`);
    return { changes: [] };
  };
  const test = defineFeature({
    name: 'test',
    title: 'Test',
    permissions: [],
    operations: [],
    drawings: kinds.map((kind) =>
      draws(
        kind,
        async (_, { subject }) => {
          const text = state.get(subject) ?? subject;
          if (text instanceof Error) throw text;
          return state.get(subject) === null ? null : message(mrkdwn`${text}`, [section(mrkdwn`${text}`)]);
        },
        options.unfollowed ? {} : { ended },
      ),
    ),
  });
  const base = await newContext();
  const engine = { ...base.engine, contributions: contributionsOf([...features, test]) };
  const log = watchedLog();
  const slack = { mode: 'socket', botToken: sandbox.botToken, apiUrl: sandbox.apiUrl } as never;
  const client = new WebClient(sandbox.botToken, {
    ...singleTry(slack, log),
    timeout: options.timeoutMs ?? 10_000,
  });
  const start = () => {
    const sender = startSender({
      ground: { engine, clock, ids: base.ids, log, commandPrefix: '' },
      workspace: base.workspace,
      audiences: audiencesOf(client, 'T0DEMO0001', clock, log),
      client,
      options: { paceMs: options.paceMs ?? 0, leaseMs: options.leaseMs ?? 60_000 },
    });
    onTestFinished(async () => await sender.stop());
    return sender;
  };
  const ctx = (): Context => ({ ...base, engine, now: clock.now() });
  const db = await testDatabase();
  const rows = async () =>
    await db.prisma.message.findMany({
      where: { workspaceId: base.workspace.id },
      orderBy: [{ kind: 'asc' }, { subject: 'asc' }],
    });
  return {
    sandbox,
    control: sandbox.control,
    clock,
    state,
    endings,
    start,
    ctx,
    db,
    workspaceId: base.workspace.id,
    /** Queues these messages in one transaction. */
    async say(...notifications: Notification[]) {
      await inUnit(ctx(), {}, async (unit) => void unit.pending.notifications.push(...notifications));
    },
    /** The same by a person's request; each call makes another person. */
    async sayAs(name: string, ...notifications: Notification[]) {
      const slackUserId = `U0${name.toUpperCase()}`;
      const roles = ['operator'] as const;
      const id = await builders(db.prisma, base.workspace, clock.now()).person(name, slackUserId, roles);
      const more = { slackAdmin: false, departments: [], timeZone: 'UTC' };
      const actor = { kind: 'person', id, name, slackUserId, roles, ...more } as const;
      await inUnit(
        { ...ctx(), actor },
        {},
        async (unit) => void unit.pending.notifications.push(...notifications),
      );
    },
    /** The messages a member sees in a channel, replies under their threads. */
    async sees(channel = daily, member = maya) {
      return await sandbox.control.messages(member, channel);
    },
    /** Waits until the rows match: the last is written after Slack has seen everything. */
    async until(fits: (all: Awaited<ReturnType<typeof rows>>) => boolean) {
      for (const end = performance.now() + 30_000; performance.now() < end; await wait(20))
        if (fits(await rows())) return;
      throw new Error('The outbox never reached that state.');
    },
    rows,
  };
}
