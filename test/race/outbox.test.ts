import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/index.ts';
import { runScript } from '../harness/processes.ts';
import { openWatchedShop, skuIn, watcher } from '../harness/watched-shop.ts';

const skus = 1_000;
const channels = 40;
const changes = 1_500;

interface Call {
  readonly at: number;
  readonly channel: string;
}

/** Every message that Slack accepted, by its traffic. Polled often: the sandbox keeps only the newest calls. */
function watchTraffic(sandbox: Sandbox) {
  const taken = new Map<string, Call>();
  async function look() {
    for (const { id, at, name, request, outcome } of await sandbox.control.traffic()) {
      const isMessage = name === 'chat.postMessage' || name === 'chat.update';
      if (!isMessage || !(outcome === 'ok' || outcome === 'answer lost')) continue;
      taken.set(id, { at, channel: String((request as { channel?: unknown }).channel) });
    }
  }
  return { taken, look };
}

test('two replicas, a thousand watched SKUs, a failing Slack: every card ends at its last state', async () => {
  await using shop = await openWatchedShop({ skus, channels, history: true });
  const { sandbox, environment, prisma, channels: places } = shop;
  const replicas = ['one', 'two'].map((name) =>
    runScript('test/harness/replica.ts', [name, String(changes), '15'], environment),
  );
  await Promise.all(replicas.map(async (replica) => await replica.says('ready')));
  console.log(replicas.map((replica) => /ready (\d+)/.exec(replica.output())?.[1]).join(' and '));

  const traffic = watchTraffic(sandbox);
  const faults = [
    { method: 'chat.postMessage', kind: 'ratelimited', retry_after: 2, times: 5 },
    { method: 'chat.postMessage', kind: 'server_error', status: 503, times: 2 },
    { method: 'chat.postMessage', kind: 'timeout', times: 2 },
    { method: 'chat.update', kind: 'ratelimited', retry_after: 1, times: 3 },
    { method: 'chat.update', kind: 'error', error: 'internal_error', times: 3 },
    { method: 'chat.update', kind: 'timeout', times: 1 },
  ] as const;
  const waiting = async () => await prisma.message.count({ where: { state: { not: 'said' } } });
  const end = performance.now() + 270_000;
  for (let turn = 0; ; turn += 1) {
    const fault = faults[turn % (2 * faults.length)];
    if (fault && turn < 6 * faults.length) await sandbox.control.fault(fault);
    await wait(1_000);
    await traffic.look();
    const written = replicas.every((replica) => replica.output().includes('written'));
    if (written && (await waiting()) === 0) break;
    expect(performance.now(), `${await waiting()} messages still wait`).toBeLessThan(end);
  }
  for (const { child } of replicas) child.kill('SIGTERM');
  expect(await Promise.all(replicas.map(async (replica) => await replica.ended()))).toEqual([0, 0]);

  const levels = await prisma.$queryRaw<{ code: string; quantity: number; place: string }[]>`
    SELECT s.code, l.quantity, w.place FROM level l JOIN sku s ON s.id = l.sku_id JOIN subject_watch w ON w.subject_id = s.id::text`;
  const shown = new Map<string, string[]>();
  for (const place of places) {
    for (const { text } of await sandbox.control.messages(watcher, place)) {
      const code = skuIn(text);
      shown.set(code, [...(shown.get(code) ?? []), text]);
    }
  }
  const twice = [...shown].filter(([, cards]) => cards.length !== 1);
  const stale = levels.filter(
    ({ code, quantity }) => !shown.get(code)?.[0]?.includes(`${quantity} available`),
  );
  expect({ cards: shown.size, twice, stale }).toEqual({ cards: skus, twice: [], stale: [] });
  expect(tooClose([...traffic.taken.values()])).toEqual([]);
  console.log(`${traffic.taken.size} messages taken by Slack for ${2 * changes} changes`);
}, 300_000);

/** Pairs of successive calls at one channel less than a second apart. */
function tooClose(calls: readonly Call[]): readonly string[] {
  const byChannel = new Map<string, number[]>();
  for (const { channel, at } of calls) byChannel.set(channel, [...(byChannel.get(channel) ?? []), at]);
  return [...byChannel].flatMap(([channel, at]) =>
    at
      .toSorted((a, b) => a - b)
      .flatMap((moment, i, all) => {
        const gap = moment - (all[i - 1] ?? Number.NEGATIVE_INFINITY);
        return gap < 1_000 ? [`${channel}: ${gap} ms`] : [];
      }),
  );
}
