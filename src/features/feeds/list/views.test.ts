import { expect, test } from 'vitest';
import { feedList } from './views.ts';

const read = { now: new Date('2026-03-02T08:00:00Z'), timeZone: 'Europe/Berlin' } as const;

test('every page says how all feeds stand, also one whose own feeds are on time', () => {
  const later = {
    filter: { show: 'all', after: [0, 9] as [number, number] },
    rows: [],
    total: 12,
    left: 0,
    next: null,
  } as const;
  expect(feedList({ ...later, silent: 2, late: 3 }, false, read).text).toBe('12 feeds, 2 silent');
  expect(feedList({ ...later, silent: 0, late: 1 }, false, read).text).toBe(
    '12 feeds, none silent, but not all on time',
  );
  expect(feedList({ ...later, silent: 0, late: 0 }, false, read).text).toBe('12 feeds, all on time');
});
