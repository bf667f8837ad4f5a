import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from './filling/values.ts';
import { Keep } from './keep.ts';
import { askOnce } from './load.ts';
import { fillFor } from './members.ts';
import { type Bench, startEmbeddedBot, targetOf } from './suites.ts';

export interface Blocking {
  /** Seconds for which the statements kept the database busy. */
  readonly busy: number;
  /** The longest time, in milliseconds, for which the bot's event loop was blocked. */
  readonly longest: number;
}

/** Heavy on computing, on sorting and on output: each runs for a second or more. */
const heavy = [
  `SELECT count(*) FROM sku WHERE word_similarity('stonware mag', title) > 0.9 OR similarity(title, 'linnen tovel') > 0.9`,
  'SELECT l.sku_id, sum(l.quantity * o.ordered) AS weight FROM level l JOIN order_line o USING (workspace_id, sku_id) GROUP BY l.sku_id ORDER BY weight DESC LIMIT 10',
  'SELECT code, title, barcode, supplier, updated_at FROM sku ORDER BY title LIMIT 50000',
  'UPDATE level SET quantity = quantity + 1',
];

/** Keeps the embedded database busy from this process while the bot holds it and people ask. */
export async function whileBusy(bench: Bench, skus: number): Promise<Blocking> {
  await using keep = new Keep();
  const { bot, connection } = await startEmbeddedBot(bench, keep, skus);
  bench.say(`making ${skus.toLocaleString('en-GB')} SKUs`);
  await fillFor(connection, skus);
  const target = targetOf(bench, bot, skus);
  // Compilation at the first requests is not the database's doing.
  for (let n = 1; n <= 200; n++) await askOnce(target, codeOf(n));

  const client = new pg.Client(connection);
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  await bot.ask('watch');
  let asking = true;
  const people = askAllAlong(() => asking, target);
  const began = performance.now();
  for (const statement of heavy) {
    bench.say(`busy with: ${statement.slice(0, 60)} …`);
    await client.query(statement);
  }
  const busy = (performance.now() - began) / 1_000;
  asking = false;
  await people;
  return { busy, longest: await bot.ask('delay') };
}

async function askAllAlong(still: () => boolean, target: ReturnType<typeof targetOf>): Promise<void> {
  for (let n = 1; still(); n++) {
    await askOnce(target, codeOf(n));
    await wait(20);
  }
}
