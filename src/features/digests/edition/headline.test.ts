import { expect, test } from 'vitest';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { figure as sampleFigure } from '../figure-samples.ts';
import { headlineOf, leadOf } from './headline-rules.ts';
import type { Content, EditionPart } from './model.ts';

const figure: PostedFigure = { ...sampleFigure, name: 'On time' };
const well = { ...figure, name: 'Shipped', isMet: true, isWorse: false, change: 'up 0.4 points, better' };
const missed = { ...figure, name: 'Missed', isWorse: false, change: 'up 0.4 points, better' };
const worse = { ...figure, name: 'Worse', isMet: null, target: null };
const few = { ...worse, totals: [{ n: '3', d: '37', currency: '' }] };
const ofThirty = { ...figure, totals: [{ n: '39', d: '51', currency: '' }] };

test.each<[string, readonly PostedFigure[], number | null]>([
  ['none', [], null],
  ['all is well', [well, well], null],
  ['what misses and got worse comes before what only got worse', [worse, figure], 1],
  ['what got worse is news, what misses as before is not', [missed, worse], 1],
  ['what misses as before, where nothing got worse', [well, missed], 1],
  ['a change of 37 is chance', [few], null],
  ['so is one within what so many vary by', [{ ...worse, isNews: false }], null],
  ['and what misses as much as ever comes after news', [{ ...figure, isNews: false }, worse], 1],
  ['51 that miss the target by far are none', [few, ofThirty], 1],
  ['of two alike the first that was chosen', [worse, worse], 0],
  ['what is not said leads nothing', [{ ...figure, silent: 'no data since 02:10 CET' }], null],
  ['nor what is still counted', [{ ...figure, isCounting: true }], null],
])('the figure of the headline: %s', (_, figures, lead) => {
  expect(leadOf(figures)).toBe(lead);
});

const part = (urgency: EditionPart['urgency'], finding: string): EditionPart => ({
  key: 'a.b',
  title: 'A',
  finding,
  urgency,
  lines: [],
  total: 0,
  open: null,
});
const content: Content = {
  timeZone: 'Europe/Berlin',
  occasion: null,
  lateMin: 0,
  next: null,
  parts: [],
  silent: [],
  failed: [],
  freshness: [],
  lead: null,
  story: null,
  chart: null,
};
const story = { movers: ['UPS Ground', 'Midwest'], moved: [], by: null };

test.each<[string, Content, readonly PostedFigure[], string]>([
  [
    'a figure that fell, with what moved it',
    { ...content, lead: 0, story, parts: [part('critical', 'on fire')] },
    [figure],
    'On time 94.1 %, down 2.3 points: UPS Ground, Midwest',
  ],
  [
    'one that misses although it got better',
    { ...content, lead: 0, story },
    [missed],
    'Missed 94.1 %, up 0.4 points, 0.9 points under the target of 95 %',
  ],
  [
    'without one the most urgent part',
    { ...content, parts: [part('look', 'to look at'), part('now', 'needed'), part('critical', 'on fire')] },
    [well],
    'on fire',
  ],
  [
    'a note is no headline while figures are well',
    { ...content, parts: [part('note', 'noted')] },
    [well, well],
    'All 2 figures are on target',
  ],
  [
    'figures without targets',
    content,
    [
      { ...well, isMet: null },
      { ...well, isMet: null },
    ],
    'No figure got worse',
  ],
  ['one figure alone', content, [{ ...well, isMet: null }], 'Shipped 94.1 %, up 0.4 points'],
  ['notes alone', { ...content, parts: [part('note', 'noted')] }, [], 'noted'],
  ['nothing at all', content, [], 'There is nothing to tell'],
])('the headline: %s', (_, said, figures, text) => {
  expect(headlineOf(said, figures).text).toBe(text);
});
