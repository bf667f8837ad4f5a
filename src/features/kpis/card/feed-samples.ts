import type { Samples } from '../../../core/declare/sample.ts';
import { everyFeed, type Kpi } from '../../../core/tokens/fact.ts';
import { answer, figure, hostile, reading, silent, time } from '../sample-figures.ts';
import { exactMessage } from './exact-views.ts';
import { figureMessage } from './views.ts';

const lag: Kpi = {
  ...time,
  key: 'feed_lag',
  name: 'Feed lag',
  measure: { kind: 'spread', of: 'seconds', unit: 's', times: 'times', most: 'p95' },
  anchor: { column: 'came_day', words: 'stored' },
  excluded: {},
  feed: everyFeed,
};

const aims = { whole: null, coming: null, parts: new Map() };
const late = {
  ...figure,
  kpi: lag,
  totals: [{ n: 120_000n, d: 24_000n, currency: '' }],
  excluded: [],
  spread: { mean: 5, sd: 12.5, p50: 3, p90: 9, p95: 400 },
};

export const feedSamples: Samples = {
  'a figure with all its digits': () =>
    exactMessage(
      {
        ...answer,
        figure: { ...late, excluded: [{ why: 'told of a time that was still to come', rows: 3 }] },
        told: { ...late.spread, size: 24_003 },
        parts: {
          by: { name: 'source', title: 'source' },
          all: Array.from({ length: 20 }, () => ({
            value: hostile,
            totals: late.totals,
            spread: late.spread,
          })),
        },
      },
      reading,
    ),
  'how late feeds are': () => figureMessage({ ...answer, figure: late }, aims, reading, true),
  'how late feeds are, most of them silent': () =>
    figureMessage(
      { ...answer, figure: late, heard: Array.from({ length: 12 }, () => silent).flat() },
      aims,
      reading,
      false,
    ),
};
