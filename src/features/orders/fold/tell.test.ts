import { expect, test } from 'vitest';
import { folded, line, moment, piecesOf, reached, sale, says } from '../../../../test/harness/statements.ts';
import { hashOf } from '../../../core/text/content-hash.ts';
import { kept } from '../telling/hash.ts';
import { orderStatement } from '../telling/model.ts';
import type { LineSaid } from '../telling/said.ts';

const order = sale('2026-11-23 09:00', [line('A', 1), line('B', 2)]);
const whole = (at: string, ...of: LineSaid[]) => says(at, { lines: { tells: 'whole', of } });
const part = (at: string, ...of: LineSaid[]) => says(at, { lines: { tells: 'part', of } });
const keys = (...statements: Parameters<typeof folded>[0]) =>
  folded(statements).lines.map(({ lineKey, ordered }) => `${lineKey} × ${ordered}`);

test('an older statement that comes late changes nothing', () => {
  const newer = whole('2026-11-24 09:00', line('A', 5));
  const older = whole('2026-11-23 12:00', line('A', 3), line('C', 1));
  expect(keys(order, newer, older)).toEqual(['A × 5']);
  expect(piecesOf(folded([order, newer, older]), 'originalQuantity')).toBe('1');
});

test('a part adds and changes; a whole order takes away', () => {
  expect(keys(order, part('2026-11-24 09:00', line('B', 3), line('C', 1)))).toEqual([
    'A × 1',
    'B × 3',
    'C × 1',
  ]);
  expect(keys(order, whole('2026-11-24 09:00', line('B', 3)))).toEqual(['B × 3']);
});

test('what was taken away stays away when somebody tells the line without saying how many are left', () => {
  const edited = part('2026-11-24 09:00', line('B', 2, { current: 1 }));
  const again = part('2026-11-25 09:00', line('B', 2, { title: 'Blue mug' }));
  const one = folded([order, edited, again]);
  expect([piecesOf(one, 'cancelled'), one.lines[1]?.title]).toEqual(['0/1', 'Blue mug']);
});

test('a line without an id is known by its SKU and price, and takes the id that is told later', () => {
  const nameless = sale('2026-11-23 09:00', [
    line(null, 1, { code: 'SKU-A' }),
    line(null, 1, { code: 'SKU-A', unitPriceMinor: 900n }),
  ]);
  expect(keys(nameless)).toEqual(['n:1 × 1', 'n:2 × 1']);
  const named = whole('2026-11-24 09:00', line('77', 4, { code: 'SKU-A', unitPriceMinor: 900n }));
  expect(keys(nameless, named)).toEqual(['77 × 4']);
  const added = part('2026-11-24 09:00', line('77', 4, { code: 'SKU-A', unitPriceMinor: 900n }));
  expect(keys(nameless, added)).toEqual(['n:1 × 1', '77 × 4']);
  const file = whole('2026-11-25 09:00', line(null, 4, { code: 'sku-a', unitPriceMinor: 900n }));
  expect(keys(nameless, added, file)).toEqual(['77 × 4']);
});

test('an id told twice in one statement is one line', () => {
  expect(keys(order, whole('2026-11-24 09:00', line('A', 4), line('a', 9)))).toEqual(['A × 4']);
});

test('a field that is not said says nothing, and the earliest day it was placed counts', () => {
  const first = says('2026-11-24 09:00', {
    header: { placedAt: moment('2026-11-22 08:00'), customerReference: '207119551' },
  });
  const later = says('2026-11-25 09:00', {
    header: { placedAt: moment('2026-11-24 08:00'), service: 'Express' },
  });
  expect(folded([order, later, first]).order).toMatchObject({
    placedAt: moment('2026-11-22 08:00'),
    customerReference: '207119551',
    service: 'Express',
    saidAt: moment('2026-11-25 09:00'),
  });
});

test('a number keeps its first spelling until the shop gives another', () => {
  const named = (at: string, number: string) =>
    says(at, { order: { channel: 'Shop', number, external: null }, header: { totalMinor: 1n } });
  expect(folded([order, named('2026-11-24 09:00', '1042')]).order).toMatchObject({
    number: '#1042',
    channel: 'shop',
  });
  expect(folded([order, named('2026-11-24 09:00', '#1042-1')]).order.number).toBe('#1042-1');
});

test('a milestone that is taken back does not count until it is said again', () => {
  const say = (at: string, retracted: boolean, told: string) =>
    says(at, { milestones: [{ ...reached('paid', told, '', 'payment 1'), retracted }] });
  const unpaid = sale('2026-11-23 09:00', [line('A', 1)], null);
  const paid = say('2026-11-23 10:00', false, '2026-11-23 10:00');
  const back = say('2026-11-23 11:00', true, '2026-11-23 10:00');
  const again = say('2026-11-23 12:00', false, '2026-11-23 12:00');
  const paidAt = (...more: Parameters<typeof folded>[0]) => folded([unpaid, ...more]).order.paidAt;
  expect(paidAt(paid)).toEqual(moment('2026-11-23 10:00'));
  expect(paidAt(back, paid)).toBeNull();
  expect(paidAt(again, back, paid)).toEqual(moment('2026-11-23 12:00'));
  // Said with a later moment after an edit: the earliest counts.
  expect(paidAt(paid, say('2026-11-24 09:00', false, '2026-11-24 09:00'))).toEqual(
    moment('2026-11-23 10:00'),
  );
});

test('what was rebuilt from rows counts only where nobody told it', () => {
  const rows = says('2026-11-30 09:00', {
    source: 'file migrated',
    header: { totalMinor: 1n },
    milestones: [reached('handed_over', '2026-11-23 12:00'), reached('packed', '2026-11-23 11:00')],
  });
  const told = says('2026-11-24 09:00', {
    header: { totalMinor: 2n },
    milestones: [reached('handed_over', '2026-11-24 16:00')],
  });
  expect(folded([order, rows]).order).toMatchObject({ handedOverAt: moment('2026-11-23 12:00') });
  expect(folded([order, rows, told]).order).toMatchObject({
    totalMinor: 2n,
    packedAt: moment('2026-11-23 11:00'),
    handedOverAt: moment('2026-11-24 16:00'),
  });
});

test('a statement is read as it is written, and what it does not know is refused', () => {
  expect(orderStatement.parse(order)).toEqual(order);
  expect(orderStatement.safeParse({ ...order, email: 'someone@example.com' }).success).toBe(false);
  expect(orderStatement.safeParse({ ...order, header: { currency: 'EURO' } }).success).toBe(false);
});

test('one hash for the same words, whenever they were said and however they came', () => {
  const { hash } = kept(order);
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  const again = {
    ...order,
    versionAt: moment('2026-12-01 09:00'),
    deliveryId: '0190d6d5-0000-7000-8000-000000000000',
  };
  expect(kept(again).hash).toBe(hash);
  expect(kept({ ...order, facet: 'other' }).hash).not.toBe(hash);
  expect(hashOf({ a: 1, b: 2n })).toBe(hashOf({ b: 2n, a: 1, c: undefined }));
  expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
  expect(hashOf({ a: 1n })).not.toBe(hashOf({ a: 1 }));
});
