import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Running, runScript } from '../harness/processes.ts';
import { secret, signed } from '../harness/webhooks.ts';
import { prepared } from '../race/prepared.ts';

const kills = 8;
const deliveries = 1_200;
const sideBySide = 20;
const key = `test:${Buffer.alloc(32, 7).toString('base64')}`;

async function started(url: string) {
  const running = runScript('test/crash/receiver.ts', [], {
    DATABASE_URL: url,
    SECRET_KEYS: key,
    SOURCE_SECRET: secret,
  });
  await running.says(' \n');
  return { running, address: running.output().trim() };
}

const bodyOf = (n: number) => `{"id": ${n}, "note": "delivery ${n}"}`;

/** One attempt, as a shop makes it: true once it is acknowledged. */
async function sends(address: string, n: number): Promise<boolean> {
  const body = bodyOf(n);
  const headers = signed('shopify', body, { id: `delivery ${n}` });
  try {
    const { status } = await fetch(address, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(5_000),
    });
    return status === 200;
  } catch {
    return false;
  }
}

async function counts(prisma: Awaited<ReturnType<typeof prepared>>['prisma']) {
  return { deliveries: await prisma.webhookDelivery.count(), work: await prisma.work.count() };
}

test('killed between writing and answering, nothing that was acknowledged is lost, and nothing is there twice', async () => {
  await using db = await prepared(1, ['admin']);
  const { prisma, url } = db;
  let one: { running: Running; address: string } = await started(url);
  let next = 0;
  let unanswered = 0;
  const acknowledged = new Set<number>();
  const shop = async () => {
    while (next < deliveries) {
      const n = next++;
      // A shop sends again until it is answered.
      while (!(await sends(one.address, n))) {
        unanswered += 1;
        await wait(20);
      }
      acknowledged.add(n);
    }
  };
  const sending = Promise.all(Array.from({ length: sideBySide }, shop));
  for (let kill = 1; kill <= kills; kill += 1) {
    while (acknowledged.size < (deliveries * kill) / (kills + 1)) await wait(2);
    one.running.child.kill('SIGKILL');
    await one.running.ended();
    // What was acknowledged is there, whatever the process was doing.
    expect((await counts(prisma)).deliveries).toBeGreaterThanOrEqual(acknowledged.size);
    one = await started(url);
  }
  await sending;
  console.log(`${kills} kills, ${deliveries} deliveries, ${unanswered} attempts without an answer`);
  expect(unanswered).toBeGreaterThan(0);
  expect(await counts(prisma)).toEqual({ deliveries, work: deliveries });
}, 300_000);

test('the same delivery in the same millisecond at two replicas is there once, and both answer', async () => {
  await using db = await prepared(1, ['admin']);
  const { prisma, url } = db;
  const first = await started(url);
  const second = await started(url);
  for (let n = 0; n < 300; n += 1) {
    const both = await Promise.all([
      sends(first.address, n),
      sends(second.address, n),
      sends(first.address, n),
    ]);
    expect(both).toEqual([true, true, true]);
  }
  expect(await counts(prisma)).toEqual({ deliveries: 300, work: 300 });
}, 120_000);
