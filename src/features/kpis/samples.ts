import type { Samples } from '../../core/declare/sample.ts';
import type { Reader } from '../../core/time/reader.ts';
import type { Kpi } from '../../core/tokens/fact.ts';
import { defineFacts } from '../../core/tokens/fact.ts';
import { lackingMessage, listMessage } from './card/list-views.ts';
import { overviewMessage } from './card/overview-views.ts';
import { figureMessage } from './card/views.ts';
import type { Answer, Figure, Overview, Part, Standing } from './figure/model.ts';
import { movedMessage } from './moved/views.ts';

const now = new Date('2026-03-05T08:00:00Z');
const reading: Reader = { now, timeZone: 'Europe/Berlin' };

const onTime: Kpi = {
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
  feeds: ['orders'],
};
const value: Kpi = {
  ...onTime,
  key: 'order_value',
  name: 'Value of orders placed',
  measure: { kind: 'sum', of: 'value_minor', unit: 'money' },
  anchor: { column: 'placed_day', words: 'placed' },
  good: null,
};
const time: Kpi = {
  ...onTime,
  key: 'click_to_ship',
  name: 'Time from order to hand-over',
  measure: { kind: 'spread', of: 'ms', unit: 'ms' },
  anchor: { column: 'handed_day', words: 'handed over' },
  good: 'down',
};
const hostile = `<!channel> *${'W'.repeat(200)}* & <@U0LENA0001>`;

const days = { from: '2026-02-03', to: '2026-03-05' };
const figure: Figure = {
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
const before: Figure = {
  ...figure,
  days: { from: '2026-01-04', to: '2026-02-03' },
  totals: [{ n: 1_050n, d: 1_090n, currency: '' }],
};
const parts: readonly Part[] = [
  { value: 'DE', totals: [{ n: 980n, d: 1_020n, currency: '' }], spread: null },
  { value: 'FR', totals: [{ n: 204n, d: 240n, currency: '' }], spread: null },
  { value: '', totals: [{ n: 20n, d: 20n, currency: '' }], spread: null },
];
const partsBefore: readonly Part[] = [
  { value: 'DE', totals: [{ n: 900n, d: 930n, currency: '' }], spread: null },
  { value: 'FR', totals: [{ n: 150n, d: 160n, currency: '' }], spread: null },
];
const [country] = onTime.facts.dimensions.slice(1);
if (!country) throw new Error('The sample has two dimensions.');
const answer: Answer = {
  figure,
  before: null,
  versus: null,
  parts: null,
  keeping: { generation: 1, isBuilding: false, walked: 0 },
  heard: [{ source: 'Shopify', coversUntil: new Date('2026-03-05T07:40:00Z'), silentSince: null }],
  today: '2026-03-05',
};
const silent = [{ source: hostile, coversUntil: null, silentSince: new Date('2026-03-05T01:10:00Z') }];

const standing: Standing = { figure, before, isCounting: false, heard: answer.heard ?? [] };
const overview: Overview = {
  department: 'shipping',
  days,
  standings: [
    standing,
    {
      ...standing,
      heard: silent,
      figure: { ...figure, kpi: time, totals: [] },
      before: { ...before, kpi: time },
    },
    { ...standing, figure: { ...figure, kpi: value, totals: [{ n: 1_250_000n, d: 0n, currency: 'EUR' }] } },
  ],
  today: '2026-03-05',
};

export const samples: Samples = {
  'a KPI': () => figureMessage(answer, reading),
  'a KPI against the time before': () => figureMessage({ ...answer, before, versus: 'previous' }, reading),
  'a KPI by country against a year before': () =>
    figureMessage({ ...answer, before, versus: 'last year', parts: { by: country, all: parts } }, reading),
  'a KPI of few': () =>
    figureMessage(
      { ...answer, figure: { ...figure, totals: [{ n: 27n, d: 29n, currency: '' }], excluded: [] } },
      reading,
    ),
  'a KPI of days that are not over': () =>
    figureMessage(
      { ...answer, figure: { ...figure, days: { from: '2026-03-01', to: '2026-03-06' } } },
      reading,
    ),
  'a KPI without data': () =>
    figureMessage({ ...answer, figure: { ...figure, totals: [], excluded: [] }, heard: [] }, reading),
  'a KPI whose feed is silent': () => figureMessage({ ...answer, heard: silent }, reading),
  'a KPI that is still being counted': () =>
    figureMessage(
      {
        ...answer,
        figure: { ...figure, totals: [] },
        keeping: { generation: 0, isBuilding: true, walked: 12_000 },
      },
      reading,
    ),
  'a KPI that is being counted anew': () =>
    figureMessage({ ...answer, keeping: { generation: 1, isBuilding: true, walked: 12_000 } }, reading),
  'money in two currencies': () =>
    figureMessage(
      {
        ...answer,
        figure: {
          ...figure,
          kpi: value,
          totals: [
            { n: 1_250_000n, d: 0n, currency: 'EUR' },
            { n: 30_000n, d: 0n, currency: 'JPY' },
          ],
        },
      },
      reading,
    ),
  'a duration by country': () =>
    figureMessage(
      {
        ...answer,
        figure: {
          ...figure,
          kpi: time,
          totals: [{ n: 120_000_000n, d: 40n, currency: '' }],
          spread: { mean: 90_000_000, sd: 30_000_000, p50: 86_400_000, p90: 172_800_000 },
        },
        parts: {
          by: country,
          all: parts.map((part) => ({
            ...part,
            spread: { mean: 90_000_000, sd: null, p50: 86_400_000, p90: 400_000_000 },
          })),
        },
      },
      reading,
    ),
  'a KPI of hostile parts': () =>
    figureMessage(
      {
        ...answer,
        heard: Array.from(
          { length: 40 },
          () => silent[0] ?? { source: '', coversUntil: null, silentSince: null },
        ),
        parts: {
          by: country,
          all: Array.from({ length: 400 }, (_, i) => ({ ...(parts[0] as Part), value: `${hostile} ${i}` })),
        },
      },
      reading,
    ),
  'what moved a KPI': () =>
    movedMessage(
      {
        kpi: onTime,
        by: country,
        days,
        before: before.days,
        versus: 'previous',
        now: parts,
        past: partsBefore,
      },
      reading,
    ),
  'what moved a KPI, without anything before': () =>
    movedMessage(
      { kpi: onTime, by: country, days, before: before.days, versus: 'previous', now: parts, past: [] },
      reading,
    ),
  'what moved a KPI of hostile parts': () =>
    movedMessage(
      {
        kpi: onTime,
        by: country,
        days,
        before: before.days,
        versus: 'previous',
        now: Array.from({ length: 400 }, (_, i) => ({ ...(parts[0] as Part), value: `${hostile} ${i}` })),
        past: partsBefore,
      },
      reading,
    ),
  'the figures of a department': () => overviewMessage(overview, reading),
  'the figures of a department of which none got worse': () =>
    overviewMessage({ ...overview, standings: [{ ...standing, figure: before, before: figure }] }, reading),
  'a department without data': () =>
    overviewMessage(
      {
        ...overview,
        standings: [{ ...standing, figure: { ...figure, totals: [] }, isCounting: true }],
      },
      reading,
    ),
  'a department without figures': () =>
    overviewMessage({ ...overview, department: 'receiving', standings: [] }, reading),
  'all KPIs': () =>
    listMessage([
      onTime,
      value,
      time,
      {
        key: 'perfect_order',
        name: 'Perfect orders',
        aliases: [],
        owner: 'management',
        lacks: 'nobody tells me whether documents were right',
      },
    ]),
  'a KPI that nobody can say': () =>
    lackingMessage({
      key: 'perfect_order',
      name: 'Perfect orders',
      aliases: [],
      owner: 'management',
      lacks: 'nobody tells me whether documents and condition were right',
    }),
};
