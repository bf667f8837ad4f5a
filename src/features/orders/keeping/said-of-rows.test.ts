import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { shopOf } from '../../../../test/harness/statements.ts';
import { foldOrder } from '../fold/fold-order.ts';
import type { Known } from '../fold/input-model.ts';
import { type Kept, kept } from '../telling/hash.ts';
import { milestones, type PromiseSaid } from '../telling/said.ts';
import { jsonOf, saidFrom } from '../telling/said-json.ts';
import { rowsOf } from './rows.ts';
import { isHeldByRows, keptOf, saidOf } from './said-of-rows.ts';
import { ourRef } from './settings.ts';

const known: Known = {
  skuOf: (code) => (code.startsWith('A') ? `sku ${code}` : null),
  idOf: ({ externalId }) => externalId,
  carrierOf: () => null,
  serviceOf: () => null,
};
const shop = shopOf();
const chance = chanceFrom(7);
const { below, pick } = chance;
const maybe = <T>(value: T): T | undefined => (below(2) === 0 ? value : undefined);
const at = () => new Date(Date.UTC(2026, 10, 20 + below(9), below(24), below(60)));

/** What a plain file may tell of an order. */
function plain(n: number): Kept {
  const placedAt = at();
  const promises: PromiseSaid[] = [
    { kind: 'date', on: '2026-12-01', toldAt: placedAt },
    { kind: 'instant', at: at(), toldAt: placedAt },
  ];
  // A row of the file was refused.
  const skipped = below(2);
  const said = {
    kind: pick(['sale', 'credit'] as const),
    currency: pick(['EUR', 'JPY']),
    placedAt,
    ...(below(2) === 0 && { customerReference: `C${n}` }),
    ...(below(2) === 0 && { shipCountry: pick(['DE', 'US', 'NZ']) }),
    ...(below(2) === 0 && { location: ourRef('location', 'HAM') }),
    ...(below(2) === 0 && { shipBy: at() }),
  };
  return kept({
    order: { channel: 'import', number: `#${n}`, external: null },
    source: 'file orders',
    facet: 'order',
    versionAt: at(),
    deliveryId: null,
    header: said,
    lines: {
      tells: 'part',
      of: Array.from({ length: below(4) }, (_, index) => {
        const [title, kind] = [maybe('A title'), maybe('service' as const)];
        const place = index > 0 && skipped > 0 ? index + 1 + skipped : undefined;
        return {
          id: pick([null, `L${index}`]),
          code: pick(['A1', 'B2']),
          item: null,
          ...(place !== undefined && { place }),
          ...(title !== undefined && { title }),
          ...(kind !== undefined && { kind }),
          quantity: below(3),
          unitPriceMinor: BigInt(below(1_000)),
        };
      }),
    },
    milestones: milestones.flatMap((what) =>
      below(3) === 0 ? [{ what, retracted: false, part: '', eventKey: null, at: at() }] : [],
    ),
    promises: promises.slice(0, below(2)),
  });
}

const fold = (...statements: readonly Kept[]) => foldOrder({ statements, known, shop });
const newId = () => 'new';

test('what a plain file told of an order is rebuilt from its rows, alone and among others', () => {
  let held = 0;
  for (let n = 0; n < 400; n += 1) {
    const [first, second] = [plain(n), plain(n)];
    if (!isHeldByRows(first)) continue;
    held += 1;
    const once = fold(first);
    const rows = rowsOf(once, [first], 'id', { before: null, newId });
    const { source, facet, versionAt, hash } = first;
    const again = keptOf(
      { orderId: 'id', source, facet, versionAt, hash, said: null, deliveryId: null },
      saidOf(rows, source),
    );
    expect(fold(again)).toEqual(once);
    expect(saidFrom(jsonOf(again))).toEqual(saidFrom(jsonOf(first)));
    expect(fold(again, second)).toEqual(fold(first, second));
  }
  expect(held).toBeGreaterThan(300);
});

test.each([
  [
    'a price that nobody told',
    (one: Kept) => ({
      ...one,
      lines: { tells: 'part' as const, of: [{ id: null, code: 'A1', item: null, quantity: 1 }] },
    }),
  ],
  [
    'that the order is whole',
    (one: Kept) => ({ ...one, lines: { tells: 'whole' as const, of: one.lines?.of ?? [] } }),
  ],
  ['a hold', (one: Kept) => ({ ...one, holds: [{ key: 'fraud', held: true }] })],
  ['no currency', (one: Kept) => ({ ...one, header: { kind: 'sale' as const, placedAt: new Date(0) } })],
  [
    'a field that has no place of its own',
    (one: Kept) => ({ ...one, header: { ...one.header, totalMinor: 1n } }),
  ],
] as const)('%s is kept as it was said', (_, make) => {
  expect(isHeldByRows(plain(1))).toBe(true);
  expect(isHeldByRows(make(plain(1)))).toBe(false);
});
