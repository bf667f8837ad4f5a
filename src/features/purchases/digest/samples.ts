import type { Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { everything, type InboundPage, type InboundRow, type LateSupplier } from '../inbound/model.ts';
import { hostile, reading, row, standing, today } from '../inbound/sample-rows.ts';
import { inboundPart, latePart } from './digest-views.ts';

const lasting: Reader = { ...reading, lasting: true };
const page = (rows: readonly InboundRow[], overdue: number): InboundPage => ({
  filter: { ...everything, show: overdue > 0 ? 'overdue' : 'open', after: null },
  rows,
  total: rows.length,
  left: 0,
  next: null,
  named: null,
  supplier: null,
  totals: { open: 12, overdue, nextOn: today },
  mostWaited: null,
  heard: [],
  today,
});
const coming = { today: 2, soon: 9, overdue: 3, until: '2026-12-04' };
const late: LateSupplier = {
  supplier: 'Acme',
  lines: 3,
  oldestOn: '2026-11-20',
  currencies: 1,
  currency: 'EUR',
  valueMinor: 124_000n,
  suppliers: 1,
};
const overdue = { ...row, expectedOn: '2026-11-20' };
const hard = {
  ...row,
  supplier: hostile,
  code: hostile,
  standing: { ...standing, code: hostile },
  waited: { orders: 1_204, pieces: 9_000_000, first: [hostile, hostile, hostile], shipBy: null },
};

/** The sections of digests in every state. */
export const digestSamples: Samples = {
  'inbound, for a digest': () => inboundPart(page([{ ...row, expectedOn: today }, row], 0), coming, lasting),
  'one receipt expected, for a digest': () =>
    inboundPart(page([row], 0), { ...coming, today: 0, soon: 1, overdue: 0 }, lasting),
  'only overdue receipts, for a digest': () =>
    inboundPart(page([], 0), { ...coming, today: 0, soon: 0 }, lasting),
  'inbound of hostile text, for a digest': () =>
    inboundPart(
      page(
        Array.from({ length: 10 }, () => hard),
        0,
      ),
      { ...coming, soon: 2_000_000 },
      lasting,
    ),
  'late suppliers, for a digest': () =>
    latePart(page([overdue], 4), [late, { ...late, lines: 1, currency: null }], lasting),
  'late suppliers of hostile text, for a digest': () =>
    latePart(
      page([{ ...hard, expectedOn: '2026-11-20' }], 2_000_000),
      Array.from({ length: 20 }, () => ({ ...late, supplier: hostile, suppliers: 400 })),
      lasting,
    ),
};
