// The bot's sender, on messages that wait, with real calls to the bench's Slack.
import { WebClient } from '@slack/web-api';
import pg from 'pg';
import { z } from 'zod';
import { draws } from '../../src/core/declare/drawing.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { defineNotification } from '../../src/core/tokens/notification.ts';
import { features } from '../../src/features/index.ts';
import { audiencesOf } from '../../src/slack/app/audience.ts';
import { defaultOptions } from '../../src/slack/outbox/parts.ts';
import { startSender } from '../../src/slack/outbox/sender.ts';
import { singleTry } from '../../src/slack/web/client.ts';
import { message, section } from '../../src/ui/blocks.ts';
import { mrkdwn } from '../../src/ui/text.ts';
import { botToken, teamId } from '../slack.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  statements += 1;
  return Reflect.apply(query, this, given);
} as typeof query;

const card = defineNotification({
  id: 'bench.card',
  priority: 'status',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: true,
  facts: z.object({}),
});
const feature = defineFeature({
  name: 'bench',
  title: 'Bench',
  permissions: [],
  operations: [],
  drawings: [
    draws(card, async (_, { subject }) => {
      const text = mrkdwn`Something happened to ${subject}`;
      return message(text, [section(text)]);
    }),
  ],
});
const engine = { ...ground.engine, contributions: contributionsOf([...features, feature]) };
const address = { apiUrl: process.env.SLACK_API_URL ?? '' };
const client = new WebClient(botToken, singleTry(address, ground.log));
const audiences = audiencesOf(client, teamId, systemClock, ground.log);

// `connections` is the number of messages that wait.
serve(async ({ connections: waiting }) => {
  let sent = 0;
  let all = () => {};
  const done = new Promise<void>((resolve) => {
    all = resolve;
  });
  statements = 0;
  const sender = startSender({
    ground: { ...ground, engine: { ...engine, database: db.background.database } },
    workspace,
    audiences,
    client,
    options: defaultOptions,
    settled(outcome) {
      if (outcome !== 'sent') throw new Error(`A message was not sent: ${outcome}.`);
      sent += 1;
      if (sent === waiting) all();
    },
  });
  await done;
  const asked = statements;
  await sender.stop();
  return { done: sent, statements: asked };
});
