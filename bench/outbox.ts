import type pg from 'pg';
import { Keep } from './keep.ts';
import { type Measured, measureOf, promisedDatabase, refill, runFor, take } from './promises.ts';
import { atLeast, figure, type Ratio, throughputRatio } from './report.ts';
import type { Measure } from './rounds.ts';
import type { Bench } from './suites.ts';
import { startWorker } from './worker.ts';

/** What a change costs more with its message, and how fast messages leave. */
export async function outbox(bench: Bench): Promise<Measured> {
  const [written, sent] = [await outboxWrite(bench), await outboxSend(bench)];
  return {
    measures: [...written.measures, ...sent.measures],
    ratios: [...written.ratios, ...sent.ratios],
  };
}

/** The same change, with and without a message. */
async function outboxWrite(bench: Bench): Promise<Measured> {
  await using keep = new Keep();
  const { url, client } = await promisedDatabase(keep, 'outbox');
  await refill(client);
  const worker = keep.add(await startWorker('changes', url));
  const measures: Measure[] = [];
  const ratios: Ratio[] = [];
  for (const connections of [1, 8]) {
    const [said, silent] = [
      measureOf('change with its message', connections),
      measureOf('change alone', connections),
    ];
    for (let round = 0; round <= bench.plan.rounds; round += 1) {
      for (const [way, measure] of [
        ['said', said],
        ['silent', silent],
      ] as const) {
        bench.goOn();
        bench.say(`${measure.name}, concurrency ${connections}, round ${round} of ${bench.plan.rounds}`);
        await runFor(worker, way, measure, { ...bench.plan, counted: round > 0 });
      }
    }
    measures.push(said, silent);
    ratios.push(throughputRatio('change with its message : change alone', said, silent));
  }
  return { measures, ratios };
}

/** Four to a channel, which gets one a second. */
const channels = 500;
const messages = 4 * channels;

/** One sender, and a Slack that answers at once. */
async function outboxSend(bench: Bench): Promise<Measured> {
  await using keep = new Keep();
  const { url, client } = await promisedDatabase(keep, 'sending');
  const worker = keep.add(await startWorker('sending', url, { SLACK_API_URL: bench.slack.url }));
  const measure = measureOf('messages sent', 1);
  const perMessage: number[] = [];
  for (let round = 0; round <= bench.plan.rounds; round += 1) {
    bench.goOn();
    bench.say(`${measure.name}, round ${round} of ${bench.plan.rounds}`);
    await fillOutbox(client);
    const began = performance.now();
    const answer = await worker.run({ way: 'send', connections: messages, seconds: 0 });
    const seconds = (performance.now() - began) / 1_000;
    await allSent(client);
    if (round === 0) continue;
    take(measure, [answer], seconds);
    perMessage.push(answer.statements / answer.done);
  }
  const what = `of ${messages.toLocaleString('en-GB')} messages to ${channels} channels`;
  return {
    measures: [measure],
    ratios: [
      figure(`sent a second, ${what}`, measure.rates, atLeast(240)),
      figure(`statements for each, ${what}`, perMessage),
    ],
  };
}

async function fillOutbox(client: pg.Client): Promise<void> {
  await client.query('DELETE FROM message');
  await client.query('DELETE FROM pace');
  await client.query(
    `INSERT INTO message (workspace_id, id, kind, subject, place, facts, wanted_version, sent_version, state, priority, due_at,
       waiting_since, broadcast, attempts, correlation_id)
     SELECT id, gen_random_uuid(), 'bench.card', 'subject ' || n, 'C0BENCH' || n % ${channels}, '{}', 1, 0, 'waiting', 2, $1, $1,
       false, 0, 'bench'
     FROM workspace, generate_series(1, ${messages}) n`,
    [new Date()],
  );
  await client.query('VACUUM ANALYZE message, pace');
}

/** A sender that loses messages, or repeats them, has no speed. */
async function allSent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ said: number; posts: number }>(
    `SELECT count(*) FILTER (WHERE state = 'said' AND attempts = 0)::int AS said, count(DISTINCT ts)::int AS posts FROM message`,
  );
  const [{ said, posts } = { said: 0, posts: 0 }] = rows;
  if (said !== messages || posts !== messages)
    throw new Error(`${said} of ${messages} messages were sent, in ${posts} posts.`);
}
