import type { BarsChart, Chart, MovedChart, TrendChart } from '../../charts/model.ts';
import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import { shareFormView } from '../../ui/share-form.ts';
import { shareForm } from './forms.ts';
import type { Shown } from './model.ts';
import { chartAsked, chartMessage, chartRefused, sharedChart } from './views.ts';

const file: Shown = { as: 'picture', slackFile: 'F0CHART0001' };
const words: Shown = { as: 'words', reason: 'Slack did not take it (storage_limit_reached).' };

const trend: TrendChart = {
  kind: 'trend',
  title: 'On-time delivery',
  period: '2 Mar to 11 Mar',
  unit: { kind: 'percent' },
  good: 'up',
  target: 95,
  days: [96.1, 94.2, 93.9, null, 97.2, 91, 95, 96, 88.4, 20].map((value, n) => ({
    day: `2026-03-${String(n + 2).padStart(2, '0')}`,
    value,
    isOff: n === 5 || n === 6,
    isOpen: n === 9,
  })),
};

const bars: BarsChart = {
  kind: 'bars',
  title: 'Orders placed',
  period: '2 Mar to 11 Mar',
  unit: { kind: 'count', one: 'order' },
  good: null,
  dimension: 'channel',
  counted: 'orders',
  target: null,
  bars: [
    { name: 'Web shop', value: 812, n: 812, isRanked: true },
    { name: 'Amazon', value: 340, n: 340, isRanked: true },
    { name: 'eBay', value: 41, n: 41, isRanked: true },
  ],
};

const moved: MovedChart = {
  kind: 'moved',
  title: 'On-time delivery',
  period: '3 Feb to 4 Mar',
  periodBefore: '4 Jan to 2 Feb',
  unit: { kind: 'percent' },
  good: 'up',
  dimension: 'country',
  before: 94,
  now: 86,
  parts: [
    { name: 'FR', performance: -8, mix: 0 },
    { name: 'DE', performance: 0, mix: 0 },
  ],
};

const hostile: Chart = {
  ...bars,
  title: `<!channel> *${'x'.repeat(200)}*\u202E`,
  dimension: '<@U0ADA00001> `y`',
  counted: 'z'.repeat(300),
  unit: { kind: 'percent' },
  target: 95,
  good: 'up',
  bars: Array.from({ length: 400 }, (_, n) => ({
    name: `<!here> & "${'long '.repeat(60)}" ${n}`,
    value: n % 7 === 0 ? null : n / 4,
    n: n * 1_000,
    isRanked: n % 3 > 0,
  })),
};

const request = '01972a3e-0000-7000-8000-000000000001';

export const samples: Samples = {
  'a chart is on its way': () => chartAsked(trend, { isSecond: false }),
  'a chart is asked for again while it is drawn': () => chartAsked(hostile, { isSecond: true }),
  'a trend as a picture': () => chartMessage(trend, file, request),
  'bars that Slack draws': () => chartMessage(bars, { as: 'native' }, request),
  'what moved it as a picture': () => chartMessage(moved, file, request),
  'a chart without a picture': () => chartMessage(trend, words, request),
  'a chart that is shared': () =>
    sharedChart(trend, file, {
      by: 'U0MAYA0001',
      at: new Date('2026-03-05T08:00:00Z'),
      reader: { now: new Date('2026-03-05T09:00:00Z'), timeZone: 'Europe/Berlin' },
    }),
  'a chart that its person may not see any more': () =>
    chartRefused('You may not see KPIs: that is for a viewer. Ask Ada to do it.'),
  'a chart of nothing': () => chartMessage({ ...trend, days: [] }, file, request),
  'a chart of hostile names': () => chartMessage(hostile, file, request),
};

export const formSamples: FormSamples = { 'share a chart': () => shareFormView(shareForm) };
