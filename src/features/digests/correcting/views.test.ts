import { expect, test } from 'vitest';
import { onTimeOf } from '../../../../test/harness/posted-digest.ts';
import { figureBlocks } from '../edition/figure-views.ts';
import { correctionNote } from './views.ts';

const at = new Date('2026-03-05T09:10:00Z');
const told = onTimeOf('2026-03-04', 941, 1_000, '94.1 %');
const now = onTimeOf('2026-03-04', 936, 1_000, '93.6 %');
const nothing = { ...told, totals: [], shown: null, behind: null };
const noted = { figure: now, isLate: true, before: '94.1 %', behindBefore: '941 of 1000', after: '93.6 %' };
const counted = { ...noted, isLate: false, before: 'being counted', behindBefore: null };

const textOf = (...figures: readonly (typeof noted | typeof counted)[]) =>
  (correctionNote(figures, at)?.blocks[0] as { readonly text: { readonly text: string } } | undefined)?.text
    .text;

test('a note says what a figure was, what it is, and why as far as that is known', () => {
  const moved = 'On-time delivery of Wed 4 Mar: 94.1 % (941 of 1000) → 93.6 % (936 of 1000)';
  expect(textOf(noted)).toBe(`${moved}, because of late data`);
  expect(textOf(noted, noted)).toBe(`*Late data changes 2 figures*\n${moved}\n${moved}`);
  expect(textOf(counted)).toBe('On-time delivery of Wed 4 Mar: being counted → 93.6 % (936 of 1000)');
  expect(textOf(counted, counted)).toMatch(/^\*2 figures are counted now\*/);
  expect(textOf({ ...noted, figure: nothing, after: 'no data' })).toMatch(
    /94.1 % \(941 of 1000\) → no data, because/,
  );
  expect(correctionNote([], at)).toBeNull();
});

test.each([
  ['as it was told', told, null, '94.1 % (941 of 1000)'],
  ['corrected', told, now, '94.1 % → 93.6 % (936 of 1000)'],
  ['back at what was told', told, { ...told, behind: '9410 of 10000' }, '94.1 % (9410 of 10000)'],
  ['filled in', nothing, now, 'no data → 93.6 % (936 of 1000)'],
  [
    'filled in once its source was heard',
    { ...told, silent: 'no data since 02:10 CET' },
    told,
    'no data → 94.1 % (941 of 1000)',
  ],
  ['counted by now', { ...nothing, isCounting: true }, now, 'being counted → 93.6 % (936 of 1000)'],
  ['gone', told, nothing, '94.1 % → no data'],
  ['not told', { ...told, silent: 'no data since 02:10 CET' }, null, 'no data since 02:10 CET'],
] as const)('the post shows a figure that is %s', (_, first, corrected, words) => {
  const [table] = figureBlocks([{ ordinal: 0, told: first, corrected }], at);
  const [, row] = (table as unknown as { rows: { text: string }[][] }).rows;
  expect(row?.[1]?.text).toBe(words);
});
