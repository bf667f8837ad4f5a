import { expect, test } from 'vitest';
import { asPlainText } from '../../../ui/plain.ts';
import { choicesList, nothingFound, severalCards } from '../look-up/views.ts';
import { mug } from '../sample-cards.ts';
import type { LocationLevel } from './rules.ts';
import { stockCard } from './views.ts';

const reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const [hamburg] = mug.locations as [LocationLevel];
const silent = { ...hamburg, name: 'Rotterdam', asOf: new Date('2026-02-28T01:10:00Z') };

test('the finding names a silent source, because a phone shows only that line', () => {
  const one = stockCard({ ...mug, locations: [hamburg, silent] }, reading);
  expect(one.text.slice(0, 150)).toContain('(OK); no data from Rotterdam since 28 Feb 02:10');
  const two = stockCard({ ...mug, locations: [hamburg, silent, silent] }, reading);
  expect(two.text.slice(0, 150)).toContain('no data from 2 of 3 locations');
  expect(asPlainText(severalCards([{ ...mug, locations: [silent] }], [], reading))).toContain('OK, stale');
});

test('a SKU without levels is not shown as zero available', () => {
  const list = severalCards([{ ...mug, locations: [] }], [], reading);
  expect(list.text).toContain('MUG-01 (No stock levels yet)');
  expect(asPlainText(list)).toMatch(/MUG-01 .* – +– .*No stock levels yet/);
});

test('"no sales" is shown only when a sale would be known', () => {
  const unsold = { ...mug, recentUnits: 0 };
  const cover = (ordersAsOf: Date | null) => asPlainText(stockCard({ ...unsold, ordersAsOf }, reading));
  expect(cover(new Date('2026-03-02T08:20:00Z'))).toContain('Cover: no sales in the 28 days before today');
  expect(cover(new Date('2026-01-10T08:20:00Z'))).toContain('Cover: not known: no orders since 10 Jan 09:20');
  expect(cover(null)).toContain('Cover: not known: there are no orders yet');
});

test('a slow seller is never shown as selling 0 a day', () => {
  expect(asPlainText(stockCard({ ...mug, recentUnits: 1 }, reading))).toContain('at less than 0.1 a day');
});

test('a movement of anything but what can be sold says of what', () => {
  const moved = {
    cause: 'import',
    at: reading.now,
    bucket: 'quality_control',
    quantity: 2,
    location: 'Hamburg',
  };
  expect(asPlainText(stockCard({ ...mug, lastMovement: moved }, reading))).toContain(
    'import +2 quality control, Hamburg',
  );
  expect(
    asPlainText(
      stockCard({ ...mug, lastMovement: { ...moved, bucket: 'available', quantity: -5 } }, reading),
    ),
  ).toContain('import −5, Hamburg');
});

test('the finding fits a phone and names what was found, however long the question', () => {
  const hit = { id: mug.id, code: mug.code, title: mug.title };
  for (const { text } of [
    nothingFound('x'.repeat(3000), [hit]),
    choicesList({ found: 'choices', asked: 'x'.repeat(3000), hits: [hit, hit], from: 0, more: true }),
  ])
    expect(text.slice(0, 150)).toContain('MUG-01');
});
