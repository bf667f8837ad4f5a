import { expect, test } from 'vitest';
import { testClock } from '../../../test/harness/clock.ts';
import { newWorkspace, testDatabase } from '../../../test/harness/database.ts';
import { sharedTurns } from '../../db/inbound/turns.ts';
import { takeTurns } from './turns.ts';

const maya = 'U0MAYA0001';
const lena = 'U0LENA0001';

/** Processes that share a clock; `asked` counts what they asked of the database. */
async function processes(count: number, perMinute = 30) {
  const { prisma } = await testDatabase();
  const workspace = await newWorkspace();
  const clock = testClock();
  let elapsed = 0;
  const asked = { times: 0 };
  const all = Array.from({ length: count }, (_, i) => {
    const shared = sharedTurns(prisma, workspace.id, `process-${i}`);
    return takeTurns({
      clock: { ...clock, elapsed: () => elapsed },
      warn: () => {},
      perMinute,
      shared: {
        async share(...what) {
          asked.times += 1;
          return await shared.share(...what);
        },
      },
    });
  });
  return {
    all,
    asked,
    passes(ms: number) {
      clock.forward(ms);
      elapsed += ms;
    },
    /** Asks one after the other, of each process in turn; how many were served. */
    async serve(times: number, who = maya): Promise<number> {
      let served = 0;
      for (let n = 0; n < times; n += 1) {
        const turn = all[n % all.length]?.of(who);
        await turn?.begin(null).then(
          () => (served += 1),
          () => {},
        );
        turn?.end();
      }
      return served;
    },
  };
}

test('a member is served 30 times in any minute, and is told when there is room again', async () => {
  const { all, serve, passes } = await processes(1);
  expect(await serve(10)).toBe(10);
  passes(40_000);
  expect(await serve(25)).toBe(20);
  await expect(all[0]?.of(maya).begin(null)).rejects.toMatchObject({
    message: 'That is more than 30 requests in a minute, so I have not done this one.',
    next: 'Try again in 20 seconds.',
  });
  expect(await serve(30, lena)).toBe(30);
  passes(20_001);
  expect(await serve(30)).toBe(10);
});

test('two replicas together serve a member 30 times, or once more, and ask the database only about who asks a lot', async () => {
  const { serve, passes, asked } = await processes(2);
  expect(await serve(20)).toBe(20);
  expect(asked.times).toBe(0);
  // What one has just served, the other hears of with the next request.
  expect(await serve(20)).toBe(11);
  expect(asked.times).toBeGreaterThan(0);
  passes(60_001);
  expect(await serve(20)).toBe(20);
});

test('when the database does not answer, each process counts by itself', async () => {
  const clock = testClock();
  const shared = { share: async () => Promise.reject(new Error('gone')) };
  const turns = takeTurns({ clock, warn: () => {}, perMinute: 3, shared });
  for (let n = 0; n < 3; n += 1) await turns.of(maya).begin(null);
  await expect(turns.of(maya).begin(null)).rejects.toThrow('more than 3 requests');
});

test('while two requests of a member take long a third is not begun; those of others are', async () => {
  const { all, passes } = await processes(1);
  const [turns] = all;
  const first = turns?.of(maya);
  const second = turns?.of(maya);
  await first?.begin(null);
  await second?.begin(null);
  await turns?.of(maya).begin(null);
  passes(501);
  await expect(turns?.of(maya).begin(null)).rejects.toMatchObject({
    message: 'Two of your requests are still running, so I have not started this one.',
  });
  await turns?.of(lena).begin(null);
  first?.end();
  second?.end();
  await turns?.of(maya).begin(null);
});
