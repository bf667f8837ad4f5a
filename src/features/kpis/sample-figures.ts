import type { Reader } from '../../core/time/reader.ts';
import type { Kpi } from '../../core/tokens/fact.ts';
import { defineFacts } from '../../core/tokens/fact.ts';
import type { Answer, Figure, Overview, Part, Standing } from './figure/model.ts';
import type { Aim, Aims } from './targets/model.ts';

const now = new Date('2026-03-05T08:00:00Z');
export const reading: Reader = { now, timeZone: 'Europe/Berlin' };

export const onTime: Kpi = {
  key: 'otd',
  name: 'On-time delivery',
  aliases: ['on time'],
  formula: 'delivered by the first promise, of what was delivered and had one',
  good: 'up',
  owner: 'shipping',
  version: 1,
  measure: { kind: 'share', of: 'kept', among: 'promised_done' },
  facts: {
    family: defineFacts({ id: 'sample', tables: {} }),
    table: 'sample_fact',
    one: 'order',
    version: 1,
    dimensions: [
      { name: 'channel', title: 'channel' },
      { name: 'country', title: 'country' },
    ],
  },
  anchor: { column: 'promise_day', words: 'promised for' },
  excluded: { 'not delivered yet': 'undelivered' },
  feed: 'orders',
};
export const value: Kpi = {
  ...onTime,
  key: 'order_value',
  name: 'Value of orders placed',
  measure: { kind: 'sum', of: 'value_minor', unit: 'money' },
  anchor: { column: 'placed_day', words: 'placed' },
  good: null,
};
export const time: Kpi = {
  ...onTime,
  key: 'click_to_ship',
  name: 'Time from order to hand-over',
  measure: { kind: 'spread', of: 'ms', unit: 'ms' },
  anchor: { column: 'handed_day', words: 'handed over' },
  good: 'down',
};
/** What the bot comes with. */
export const aim: Aim = { target: 9_500n, limit: null, currency: '', since: null };
export const aims: Aims = { whole: aim, coming: null, parts: new Map() };
export const hostile = `<!channel> *${'W'.repeat(200)}* & <@U0LENA0001>`;

export const days = { from: '2026-02-03', to: '2026-03-05' };
export const figure: Figure = {
  kpi: onTime,
  days,
  cut: null,
  totals: [{ n: 1_204n, d: 1_280n, currency: '' }],
  spread: null,
  excluded: [
    { why: 'not delivered yet', rows: 31 },
    { why: 'test', rows: 2 },
  ],
};
export const before: Figure = {
  ...figure,
  days: { from: '2026-01-04', to: '2026-02-03' },
  totals: [{ n: 1_050n, d: 1_090n, currency: '' }],
};
export const parts: readonly Part[] = [
  { value: 'DE', totals: [{ n: 980n, d: 1_020n, currency: '' }], spread: null },
  { value: 'FR', totals: [{ n: 204n, d: 240n, currency: '' }], spread: null },
  { value: '', totals: [{ n: 20n, d: 20n, currency: '' }], spread: null },
];
export const partsBefore: readonly Part[] = [
  { value: 'DE', totals: [{ n: 900n, d: 930n, currency: '' }], spread: null },
  { value: 'FR', totals: [{ n: 150n, d: 160n, currency: '' }], spread: null },
];
const [found] = onTime.facts.dimensions.slice(1);
if (!found) throw new Error('The sample has two dimensions.');
export const country = found;
const feed = { kind: 'orders', location: '' };

export const asTold = { since: '2025-06-02', splits: onTime.facts.dimensions } as const;

export const answer: Answer = {
  figure,
  before: null,
  versus: null,
  parts: null,
  told: null,
  ...asTold,
  keeping: { generation: 1, isBuilding: false, walked: 0 },
  heard: [{ ...feed, source: 'Shopify', coversUntil: new Date('2026-03-05T07:40:00Z'), silentSince: null }],
  today: '2026-03-05',
};
export const silent = [
  { ...feed, source: hostile, coversUntil: null, silentSince: new Date('2026-03-05T01:10:00Z') },
];

export const standing: Standing = {
  figure,
  before,
  since: asTold.since,
  isCounting: false,
  heard: answer.heard ?? [],
};
export const overview: Overview = {
  department: 'shipping',
  days,
  more: 5,
  standings: [
    standing,
    {
      ...standing,
      heard: silent,
      figure: { ...figure, kpi: time, totals: [] },
      before: { ...before, kpi: time },
    },
    {
      ...standing,
      figure: { ...figure, kpi: value, totals: [{ n: 1_250_000n, d: 0n, currency: 'EUR' }] },
    },
  ],
  today: '2026-03-05',
};
export const overviewAims: ReadonlyMap<string, Aim> = new Map([['otd', aim]]);
