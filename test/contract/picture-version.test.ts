import { expect, test } from 'vitest';
import { vectorOf } from '../../src/charts/draw.ts';
import type { Chart } from '../../src/charts/model.ts';
import { barsSample, movedSample, trendSample } from '../../src/charts/samples.ts';
import { hashOf } from '../../src/core/text/content-hash.ts';
import { lookOfAll, pictureVersion } from '../../src/features/charts/look.ts';

/** With what samples of the kit do not show: no data, days without work, a name too long, one bar alone. */
const drawn: readonly Chart[] = [
  trendSample,
  { ...trendSample, target: null, days: trendSample.days.map((day) => ({ ...day, value: null })) },
  { ...trendSample, days: trendSample.days.slice(0, 2) },
  barsSample,
  {
    ...barsSample,
    target: null,
    bars: barsSample.bars.slice(0, 1).map((bar) => ({ ...bar, name: 'W'.repeat(90) })),
  },
  movedSample,
];

test('pictures that look otherwise have another version, so that none of before is shown for them', async () => {
  const vectors: string[] = [];
  for (const chart of drawn) vectors.push(await vectorOf(chart, lookOfAll));
  // The kit numbers what it draws in a process.
  const version = hashOf(vectors.map((svg) => svg.replaceAll(/zr\d+/g, 'zr'))).slice(0, 12);
  expect(
    pictureVersion,
    `Pictures look otherwise than before: set pictureVersion in src/features/charts/look.ts to '${version}'.`,
  ).toBe(version);
});
