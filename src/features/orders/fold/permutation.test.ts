import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { ids, shuffled, story } from '../../../../test/harness/order-story.ts';
import { folded, moment, piecesOf } from '../../../../test/harness/statements.ts';
import { hashOf } from '../../../core/text/content-hash.ts';

test('any order of arrival, with repetitions, makes one and the same order', () => {
  const once = folded(story);
  const hash = hashOf(once);
  const chance = chanceFrom(15);
  const hashes = new Set<string>();
  for (let n = 0; n < 1_000; n += 1) {
    const again = folded(shuffled(chance));
    hashes.add(hashOf(again));
    if (n % 50 === 0) expect(again).toEqual(once);
  }
  expect([...hashes]).toEqual([hash]);
});

test('the story is what it was made for', () => {
  const once = folded(story);
  expect(once.lines.map(({ lineKey }) => lineKey)).toEqual(ids);
  expect(once.order.totalMinor).toBe(9_007_199_254_740_993n);
  expect([once.order.stage, once.order.handedOverAt]).toEqual(['handed_over', moment('2026-11-25 16:05')]);
  expect([once.order.deliveredAt, once.order.returnedAt]).toEqual([null, null]);
  expect(
    ['ordered', 'cancelled', 'shipped', 'delivered', 'returned', 'open'].map((one) =>
      piecesOf(once, one as 'open'),
    ),
  ).toEqual(['1/1/3', '0/0/1', '1/1/2', '0/0/2', '1/1/0', '0/0/0']);
  expect(once.fulfilments.map(({ state }) => state)).toEqual(['returned', 'delivered']);
  expect(once.holds.find(({ key }) => key === 'address')).toMatchObject({
    from: moment('2026-11-23 11:00'),
    until: moment('2026-11-23 15:30'),
  });
  expect(once.promises.map(({ ordinal, kind, source }) => [ordinal, kind, source])).toEqual([
    [1, 'date', 'channel'],
    [2, 'instant', 'person'],
  ]);
  expect(once.refunds[0]?.lines).toMatchObject([{ lineKey: ids[0], restock: 'return' }]);
  expect(once.flags.marks).toContain('returned to sender');
});
