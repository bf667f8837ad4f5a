import { expect, test } from 'vitest';
import { movedSample } from '../samples.ts';
import { movedParts } from './steps.ts';

const sumOf = (parts: ReturnType<typeof movedParts>) =>
  parts.reduce((sum, { performance, mix }) => sum + performance + mix, 0);

test('the parts add up to the change, however few are shown', () => {
  for (const most of [1, 2, 3, 4, 5, 9])
    expect(sumOf(movedParts(movedSample, most))).toBeCloseTo(movedSample.now - movedSample.before, 9);
});

test('those that did most are shown, and the others together', () => {
  expect(movedParts(movedSample, 3).map(({ name }) => name)).toEqual([
    'UPS Ground',
    'Hermes',
    '3 more together',
  ]);
});

test('what is missing is its own part, and what is nothing is none', () => {
  const parts = [
    { name: 'A', performance: -1, mix: 0 },
    { name: 'B', performance: 0.01, mix: -0.04 },
  ];
  expect(movedParts({ ...movedSample, parts }, 9)).toEqual([
    parts[0],
    { name: 'Not explained by these', performance: expect.closeTo(-1.27, 9), mix: 0, isRest: true },
  ]);
});

test('where it rose, what raised it comes first', () => {
  const rose = { ...movedSample, before: 94.1, now: 96.4 };
  const parts = movedSample.parts.map(({ name, performance, mix }) => ({
    name,
    performance: -performance,
    mix: -mix,
  }));
  expect(movedParts({ ...rose, parts }, 9)[0]?.name).toBe('UPS Ground');
});
