import { expect, test } from 'vitest';
import { follow, MOST_DRAWN, openWindow, slide } from './window.ts';

test('a conversation opens at its end, or around a linked message', () => {
  expect(openWindow(1_000)).toEqual({ start: 880, end: 1_000 });
  expect(openWindow(5)).toEqual({ start: 0, end: 5 });
  expect(openWindow(1_000, 300)).toEqual({ start: 240, end: 360 });
  expect(openWindow(1_000, 10)).toEqual({ start: 0, end: 70 });
});

test('scrolling to the beginning and back passes every message, and never draws more than the maximum', () => {
  const total = 1_000;
  let window = openWindow(total);
  for (const [towards, goal] of [
    ['older', 0],
    ['newer', total],
  ] as const) {
    while (window[towards === 'older' ? 'start' : 'end'] !== goal) {
      const next = slide(window, towards, total);
      expect(next.end - next.start).toBeLessThanOrEqual(MOST_DRAWN);
      expect(next.start < window.end && window.start < next.end).toBe(true);
      window = next;
    }
  }
});

test('a new message appears for a reader at the end, and moves nobody who reads further up', () => {
  expect(follow({ start: 880, end: 1_000 }, true, 1_001)).toEqual({ start: 881, end: 1_001 });
  expect(follow({ start: 100, end: 220 }, false, 1_001)).toEqual({ start: 100, end: 220 });
  // While there is room it is drawn anyway, below the reader.
  expect(follow({ start: 0, end: 1 }, false, 2)).toEqual({ start: 0, end: 2 });
  expect(follow({ start: 880, end: 1_000 }, false, 0)).toEqual({ start: 0, end: 0 });
});
