import { bundled, caughtUp, overBudget, type Reading, undeliveredNotice } from './views.ts';

const read: Reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const since = new Date('2026-03-02T07:10:00Z');
const line = { id: '00000000-0000-7000-8000-000000000001', text: 'MUG-01 is out: 0 available' };
const group = { by: 'place', key: 'C0OPSDAILY', day: '2026-03-02' } as const;
const undelivered = {
  count: 3,
  state: 'blocked',
  place: 'C0OPSDAILY',
  kind: 'stock.watch',
  error: 'not_in_channel',
} as const;
const many = Array.from({ length: 20 }, () => ({ ...line, text: '&amp;'.repeat(1_000) }));

export const samples = {
  'a bundle of two': () => bundled({ shown: [line, line], more: 0 }, ['alert', 'alerts'], since, read),
  'a bundle of a hundred': () => bundled({ shown: many, more: 80 }, ['alert', 'alerts'], since, read),
  'a catch-up': () => caughtUp({ shown: [line], more: 0 }, { since, until: read.now, expired: 2 }, read),
  'a catch-up of present states': () =>
    caughtUp({ shown: many, more: 1 }, { since, until: read.now, expired: 0 }, read),
  'over the budget': () => overBudget(1, 15),
  'far over the budget': () => overBudget(12, 8),
  'not a member': () => undeliveredNotice(group, undelivered),
  archived: () => undeliveredNotice(group, { ...undelivered, count: 1, error: 'is_archived' }),
  'refused for a reason of its own': () =>
    undeliveredNotice(group, { ...undelivered, error: '<&>'.repeat(1_000) }),
  'to a person': () =>
    undeliveredNotice(group, { ...undelivered, place: 'U0MAYA0001', error: 'channel_not_found' }),
  'in doubt': () => undeliveredNotice(group, { ...undelivered, count: 1, state: 'held', error: 'timeout' }),
  broken: () => undeliveredNotice(group, { ...undelivered, state: 'broken', error: 'invalid_blocks' }),
  'all sent again': () => undeliveredNotice(group, null),
};
