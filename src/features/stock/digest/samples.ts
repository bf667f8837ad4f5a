import type { Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Outlook } from '../outlook/model.ts';
import { doubtPart, lowPart, outPart } from './digest-views.ts';

const reader: Reader = { now: new Date('2026-11-27T05:15:00Z'), timeZone: 'Europe/Berlin', lasting: true };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(100)}`;
const low: Outlook = {
  id: '00000000-0000-7000-8000-000000000001',
  code: 'MUG-01',
  title: 'Stoneware mug, sand',
  available: 24,
  incoming: 40,
  status: 'low',
  perDay: 4,
  coverDays: 6,
  comingOn: '2026-12-06',
  risk: { runsOutOn: '2026-12-03', until: '2026-12-06', units: 12, minor: 17_400n },
  currency: 'EUR',
  places: [],
};
const out: Outlook = {
  ...low,
  available: 0,
  incoming: 0,
  status: 'out',
  coverDays: 0,
  comingOn: null,
  risk: { runsOutOn: '2026-11-27', until: '2026-12-25', units: 112, minor: 162_400n },
};
const dead: Outlook = { ...out, code: 'OLD-09', perDay: null, risk: null };
const hard: Outlook = { ...low, code: hostile, title: hostile, risk: { ...out.risk, units: 9e9 } as never };
const many = Array.from({ length: 20 }, () => hard);
const proof = {
  endedAt: new Date('2026-11-26T02:10:00Z'),
  levels: 1_204,
  wrong: 2,
  told: null,
  toldAt: null,
};

/** The sections of digests in every state. */
export const digestSamples: Samples = {
  'out of stock, for a digest': () => outPart({ skus: [out, dead], total: 23, selling: 5 }, reader),
  'one SKU out of stock, for a digest': () => outPart({ skus: [out], total: 1, selling: 1 }, reader),
  'out of stock, none sold lately, for a digest': () =>
    outPart({ skus: [dead], total: 1, selling: 0 }, reader),
  'out of stock, hostile, for a digest': () => outPart({ skus: many, total: 9_000, selling: 4_000 }, reader),
  'low stock, for a digest': () =>
    lowPart({ skus: [low, { ...low, incoming: 9, comingOn: null }], total: 12 }, reader),
  'one SKU is low, for a digest': () => lowPart({ skus: [low], total: 1 }, reader),
  'low stock, hostile, for a digest': () => lowPart({ skus: many.slice(0, 15), total: 9_000 }, reader),
  'levels in doubt, for a digest': () => doubtPart(proof, reader),
  'one level in doubt, for a digest': () => doubtPart({ ...proof, wrong: 1 }, reader),
};
