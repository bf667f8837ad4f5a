import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SeenMessage } from '../../sandbox/index.ts';
import { runScript } from '../harness/processes.ts';
import { openWatchedShop, skuIn, watcher } from '../harness/watched-shop.ts';

const kills = 50;
const skus = 12;
const notesTo = 'C0OPSDAILY';
const mark = 'May be a repeat';

test.each([
  { history: true, promise: 'with the history granted nothing is lost and nothing is said twice' },
  { history: false, promise: 'without it nothing is lost, and what may be a repeat says so' },
])(
  'killed at fifty moments while it changes state and sends: $promise',
  async ({ history }) => {
    await using shop = await openWatchedShop({ skus, channels: 3, history });
    const { sandbox, prisma, channels } = shop;
    const environment = { ...shop.environment, NOTES_TO: notesTo, PACE_MS: '0', LEASE_MS: '1500' };
    // A slow answer: many kills then fall between Slack's acceptance and our record of it.
    await sandbox.control.fault({ method: 'chat.postMessage', kind: 'slow', ms: 15, times: 1_000_000 });
    const committed: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const replica = runScript('test/harness/replica.ts', [`r${kill}`, '1000000', '40'], environment);
      await replica.says('wrote');
      // Seeded moments of the second after the first change.
      await wait((kill * 377) % 1_009);
      replica.child.kill('SIGKILL');
      await replica.ended();
      committed.push(...[...replica.output().matchAll(/wrote (.*)/g)].map(([, about = '']) => about));
    }
    const last = runScript('test/harness/replica.ts', ['last', '0', '0'], environment);
    const waiting = async () => await prisma.message.count({ where: { state: { not: 'said' } } });
    for (const end = performance.now() + 120_000; (await waiting()) > 0; await wait(100))
      expect(performance.now(), `${await waiting()} messages still wait`).toBeLessThan(end);
    last.child.kill('SIGTERM');
    expect(await last.ended()).toBe(0);

    const notes = await sandbox.control.messages(watcher, notesTo);
    const copies = countBy(notes);
    const lost = committed.filter((about) => !copies.has(`note ${about}`));
    const inDatabase = await prisma.message.count({ where: { kind: 'messages.answer' } });
    expect({ lost, notes: copies.size }).toEqual({ lost: [], notes: inDatabase });
    const repeats = notes.length - copies.size;
    const marked = notes.filter((note) => JSON.stringify(note).includes(mark)).length;
    console.log(`${kills} kills, ${notes.length} notes, ${repeats} repeats, ${marked} marked`);
    // A note may carry the mark although its first post never arrived; a repeat always carries it.
    if (history) expect({ repeats, marked }).toEqual({ repeats: 0, marked: 0 });
    else expect(repeats).toBeLessThanOrEqual(marked);

    const levels = await prisma.$queryRaw<{ code: string; quantity: number }[]>`
    SELECT s.code, l.quantity FROM level l JOIN sku s ON s.id = l.sku_id`;
    const cards = (
      await Promise.all(channels.map(async (channel) => await sandbox.control.messages(watcher, channel)))
    ).flat();
    // The last copy posted is the living one.
    const shown = new Map(cards.map(({ text }) => [skuIn(text), text]));
    expect(
      levels.filter(({ code, quantity }) => !shown.get(code)?.includes(`${quantity} available`)),
    ).toEqual([]);
    if (history) expect(cards).toHaveLength(skus);
  },
  900_000,
);

/** How often each note was posted, by its text. */
function countBy(notes: readonly SeenMessage[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { text } of notes) copies.set(text, (copies.get(text) ?? 0) + 1);
  return copies;
}
