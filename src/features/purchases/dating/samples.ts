import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { newDateFormView } from './form-views.ts';
import type { DateOutcome } from './model.ts';
import { noDateForm, outcomeMessage } from './views.ts';

const now = new Date('2026-11-27T09:00:00Z');
const reading = { now, timeZone: 'Europe/Berlin' };
const today = '2026-11-27';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1_000)}`;

const outcome: DateOutcome = {
  line: {
    id: id(1),
    order: 'PO 4711',
    supplier: 'Acme',
    what: 'MUG-01',
    units: 40,
    promisedOn: '2026-12-03',
    expectedOn: '2026-12-06',
    open: true,
    skuId: id(90),
  },
  before: '2026-12-03',
  outlook: {
    code: 'MUG-01',
    available: 24,
    perDay: 4,
    comingOn: '2026-12-06',
    currency: 'EUR',
    risk: { runsOutOn: '2026-12-03', until: '2026-12-06', units: 12, minor: 17_400n },
  },
  waited: { orders: 12, pieces: 31, shipBy: new Date('2026-11-27T15:00:00Z') },
  elsewhere: [{ name: 'Rotterdam', available: 20 }],
  others: [{ supplier: 'Beta', deliveries: 2, lastOn: '2026-10-05', leadDays: 21 }],
  today,
};
const unlinked: DateOutcome = {
  ...outcome,
  line: { ...outcome.line, skuId: null, what: null },
  outlook: null,
  waited: null,
  elsewhere: [],
  others: [],
};

export const dateSamples: Samples = {
  'another day, and what is at risk': () => outcomeMessage(outcome, reading),
  'the same day as before': () => {
    const { before: _, ...same } = outcome;
    return outcomeMessage(same, reading);
  },
  'another day, and it lasts': () =>
    outcomeMessage(
      {
        ...outcome,
        outlook: outcome.outlook && {
          ...outcome.outlook,
          risk: { runsOutOn: '2026-12-20', until: '2026-12-06', units: 0, minor: 0n },
        },
      },
      reading,
    ),
  'another day, and nobody knows how fast it sells': () =>
    outcomeMessage(
      {
        ...outcome,
        outlook: outcome.outlook && { ...outcome.outlook, perDay: null, risk: null },
        waited: null,
        elsewhere: [],
        others: [],
      },
      reading,
    ),
  'another day, out of stock, no price, another receipt first': () =>
    outcomeMessage(
      {
        ...outcome,
        before: null,
        outlook: outcome.outlook && {
          ...outcome.outlook,
          available: 0,
          comingOn: '2026-12-01',
          risk: { runsOutOn: today, until: '2026-12-01', units: 16, minor: null },
        },
        elsewhere: [],
        others: [],
      },
      reading,
    ),
  'another day of what nobody knows': () => outcomeMessage(unlinked, reading),
  'another day, hostile': () =>
    outcomeMessage(
      {
        ...outcome,
        line: { ...outcome.line, order: hostile, supplier: hostile, what: hostile },
        elsewhere: Array.from({ length: 9 }, () => ({ name: hostile, available: 1_000_000 })),
        others: Array.from({ length: 9 }, () => ({
          supplier: hostile,
          deliveries: 1,
          lastOn: '2025-10-05',
          leadDays: null,
        })),
      },
      reading,
    ),
  'no form here': () => noDateForm(),
};

export const dateFormSamples: FormSamples = {
  'a new date': () => newDateFormView(outcome.line, now),
  'a new date where none was promised': () =>
    newDateFormView({ ...outcome.line, promisedOn: null, expectedOn: null, supplier: null, what: null }, now),
  'a new date, hostile': () =>
    newDateFormView({ ...outcome.line, order: hostile, supplier: hostile, what: hostile }, now),
};
