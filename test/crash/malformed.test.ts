import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { startBot } from '../harness/bot.ts';
import { builders } from '../harness/builders.ts';
import { malformedBodies, mutations, oddPlaces, sendAll } from '../harness/malformed.ts';
import { commandBody, post } from '../harness/signed.ts';
import { prepared } from '../race/prepared.ts';

const count = Number(process.env.MUTATIONS ?? 10_000);
const seed = Number(process.env.SEED ?? 11);

test('10,000 mutations of signed bodies, and every odd value in every place: no 500 without a reference, no exit', async () => {
  await using db = await prepared(0, []);
  const target = await startBot({
    DATABASE_URL: db.url,
    SLACK_APP_TOKEN: '',
    LOG_LEVEL: 'error',
    COMMANDS_PER_MINUTE: '1000000',
  });
  const { bot, get, lines } = target;
  await expect.poll(() => get('/readyz'), { timeout: 60_000 }).toBe('200 {"ready":true}\n');
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const given = builders(db.prisma, workspace, systemClock.now());
  await given.person('Maya', 'U0MAYA0001', ['operator'], 'UTC');
  // The mutations may turn Maya into a guest of another workspace; they do not touch Lena.
  await given.person('Lena', 'U0LENA0001', ['lead'], 'UTC');
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  const sku = await given.sku('MUG-01', { unitCost: 100n });
  await given.stock(sku, hamburg, 5_000_000);

  console.log('malformed:', await sendAll(target, malformedBodies()));
  console.log('odd places:', await sendAll(target, oddPlaces(sku)));
  console.log(`${count} mutations (seed ${seed}):`, await sendAll(target, mutations(sku, count, seed)));

  expect(bot.child.exitCode).toBeNull();
  expect(await get('/metrics')).not.toMatch(/quartermaster_faults_total\{/);
  const errors = lines('"level":50');
  console.log(`${errors.length} errors in the log`);
  for (const line of errors) expect(line).toMatch(/"reference":"QM-/);
  const answer = await post(target, commandBody('/stock', 'MUG-01', 'U0LENA0001'));
  expect(await answer.text()).toContain('available');
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
}, 1_200_000);
