import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import type { Reader } from '../../core/time/reader.ts';
import { changeFormView, feedChanged, noFeedForm } from './editing/form-views.ts';
import type { Feed } from './feed/model.ts';
import { isLate } from './feed/state-rules.ts';
import type { FeedPage, ListedFeed } from './list/model.ts';
import { feedList, silentPart, standingLines } from './list/views.ts';

const read: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(60)}`;

const feed: Feed = {
  id: '00000000-0000-7000-8000-0000000000f1',
  number: 1,
  kind: 'levels',
  source: '3PL',
  location: '00000000-0000-7000-8000-0000000000c1',
  lastHeardAt: new Date('2026-03-02T08:35:00Z'),
  coversUntil: new Date('2026-03-02T08:30:00Z'),
  silentSince: null,
  watched: true,
  minGap: null,
  lastFailedAt: null,
  lastFailure: null,
  writtenAt: new Date('2026-03-02T08:35:00Z'),
};
const onTime: ListedFeed = {
  feed,
  location: 'Hamburg',
  state: 'on time',
  mostQuiet: 2_700,
  usual: 900,
  lag: { half: 40, most: 125 },
  failures: { day: 0, week: 0 },
};
const since = new Date('2026-03-02T01:10:00Z');
const silent: ListedFeed = {
  ...onTime,
  state: 'silent',
  location: 'Rotterdam',
  feed: { ...feed, number: 2, silentSince: since, lastHeardAt: since },
};
const failing: ListedFeed = {
  ...onTime,
  state: 'failing',
  location: null,
  usual: null,
  lag: null,
  failures: { day: 1, week: 3 },
  feed: {
    ...feed,
    number: 3,
    kind: 'orders',
    source: 'shopify',
    location: '',
    lastFailedAt: read.now,
    lastFailure: 'orders.xlsx is an Excel workbook or another archive.',
  },
};
const old: ListedFeed = { ...onTime, state: 'old', feed: { ...feed, coversUntil: since } };
const resting: ListedFeed = { ...onTime, state: 'resting', feed: { ...feed, watched: false, minGap: 90 } };
const hard: ListedFeed = {
  ...failing,
  location: hostile,
  feed: { ...failing.feed, source: hostile, lastFailure: hostile },
};

const page = (rows: readonly ListedFeed[], rest: Partial<FeedPage> = {}): FeedPage => ({
  filter: { show: 'all', after: null },
  rows,
  total: rows.length,
  silent: rows.filter(({ state }) => state === 'silent').length,
  late: rows.filter(({ state }) => isLate(state)).length,
  left: 0,
  next: null,
  ...rest,
});

export const samples: Samples = {
  'no feeds yet': () => feedList(page([]), true, read),
  'a feed on time, for a reader who may not change it': () => feedList(page([onTime]), false, read),
  'feeds in every state': () => feedList(page([silent, failing, old, onTime, resting]), true, read),
  'no feed to look after': () => feedList(page([], { filter: { show: 'late', after: null } }), true, read),
  'many hostile feeds': () =>
    feedList(page(Array(8).fill(hard), { total: 40, left: 32, next: [1, 3] }), true, read),
  'feeds on time at Home': () => ({
    home: 'How fresh the numbers are',
    blocks: standingLines({ late: [], total: 4 }, read),
  }),
  'feeds to look after at Home': () => ({
    home: 'How fresh the numbers are',
    blocks: standingLines({ late: [silent, ...Array(9).fill(hard)], total: 12 }, read),
  }),
  'silent feeds in a digest': () =>
    silentPart({ late: [silent, ...Array(9).fill(hard)], total: 12 }, { ...read, lasting: true }),
  'a feed that was changed': () => feedChanged({ feed, location: 'Hamburg' }),
  'a feed that nobody waits for': () => feedChanged({ feed: resting.feed, location: hostile }),
  'no form for a feed': () => noFeedForm(),
};

export const formSamples: FormSamples = {
  'change a feed': () => changeFormView({ feed, location: 'Hamburg' }),
  'change a hostile feed': () => changeFormView({ feed: hard.feed, location: hostile }),
};
