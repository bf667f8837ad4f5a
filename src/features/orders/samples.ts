import type { Samples } from '../../core/declare/sample.ts';
import type { OrderCard } from './rules.ts';
import { orderMessage, type Reading } from './views.ts';

const reading: Reading = { now: new Date('2026-03-02T08:00:00Z'), timeZone: 'Europe/Berlin' };

const packed: OrderCard = {
  id: '01961b1c-0000-7000-8000-000000000001',
  number: '1042',
  channel: 'shopify',
  kind: 'sale',
  stage: 'packed',
  currency: 'EUR',
  shipToCountry: 'Germany',
  placedAt: new Date('2026-02-27T13:05:00Z'),
  paidAt: new Date('2026-02-27T13:06:00Z'),
  allocatedAt: new Date('2026-02-27T13:10:00Z'),
  pickedAt: new Date('2026-03-02T07:20:00Z'),
  packedAt: new Date('2026-03-02T07:40:00Z'),
  labelledAt: null,
  handedOverAt: null,
  deliveredAt: null,
  returnedAt: null,
  cancelledAt: null,
  onHold: false,
  shipBy: new Date('2026-03-02T15:00:00Z'),
  promisedBy: new Date('2026-03-05T22:59:00Z'),
  source: 'import',
  updatedAt: new Date('2026-03-02T07:41:00Z'),
  lines: [{ code: 'MUG-01', title: 'Harbour mug, sea blue', pieces: 2, unitPriceMinor: 1450n }],
  lineCount: 1,
  valueMinor: 2900n,
};

// Another feature draws it.
const raiseButton = {
  type: 'button' as const,
  action_id: 'issues.raise',
  text: { type: 'plain_text' as const, text: 'Show issue 17' },
  value: '{"v":1}',
};

const hostile = '<!channel> *free* <https://x.example|click> '.repeat(40);

/** The card in every state, and with hostile text. */
export const samples: Samples = {
  packed: () => orderMessage(packed, reading),
  'past its ship-by time and on hold': () =>
    orderMessage({ ...packed, onHold: true, shipBy: new Date('2026-03-01T15:00:00Z') }, reading),
  labelled: () =>
    orderMessage({ ...packed, stage: 'labelled', labelledAt: new Date('2026-03-02T07:50:00Z') }, reading),
  'returned to sender': () =>
    orderMessage(
      { ...packed, stage: 'returned', handedOverAt: packed.placedAt, returnedAt: reading.now },
      reading,
    ),
  cancelled: () => orderMessage({ ...packed, stage: 'cancelled', cancelledAt: reading.now }, reading),
  'with an open issue': () =>
    orderMessage(packed, reading, [{ line: `Open issue: 17 ${hostile.slice(0, 60)}`, button: raiseButton }]),
  credit: () => orderMessage({ ...packed, kind: 'credit', number: 'C1042' }, reading),
  'without lines': () => orderMessage({ ...packed, lines: [], lineCount: 0, valueMinor: 0n }, reading),
  'many lines of hostile text': () =>
    orderMessage(
      {
        ...packed,
        number: hostile.slice(0, 100),
        channel: hostile,
        lines: Array.from({ length: 10 }, () => ({
          code: hostile.slice(0, 100),
          title: hostile,
          pieces: 2_147_483_647,
          unitPriceMinor: 9_000_000_000_000n,
        })),
        lineCount: 4_000,
      },
      reading,
    ),
};
