import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import type { Digest } from './digest/model.ts';
import { correctionSamples, editionSamples, hostile, id, now } from './edition-samples.ts';
import { figure } from './figure-samples.ts';
import { digestCard, digestList, historyMessage } from './listing/views.ts';
import { readyMade } from './ready/model.ts';
import {
  deleteFormView,
  editFormView,
  newFormView,
  optionsFormView,
  pauseFormView,
  transferFormView,
} from './setting/form-views.ts';

const reader = { now, timeZone: 'Europe/Berlin' } as const;
const digest: Digest = {
  id,
  number: 1,
  name: 'Morning figures',
  period: 'since last',
  sections: ['orders.late'],
  kpis: ['otd'],
  skipIfEmpty: false,
  tolerance: 1,
  schedule: {
    id,
    kind: 'digests.digest',
    cron: '30 8 * * 1-5',
    timeZone: 'Europe/Berlin',
    place: 'C0OPSDAILY',
    owner: 'U0LENA0001',
    catchUp: 'newest',
    skipAfterMin: null,
    paused: false,
    pausedUntil: null,
  },
};
const sent = {
  slotAt: new Date('2026-02-27T07:30:00Z'),
  state: 'done',
  error: null,
  settledAt: new Date('2026-02-27T07:42:00Z'),
} as const;
const failed = { ...sent, state: 'failed', error: hostile } as const;
const listed = { digest, next: [new Date('2026-03-03T07:30:00Z')], last: sent, mayKeep: true };
const paused = {
  ...digest,
  name: hostile.slice(0, 60),
  schedule: { ...digest.schedule, paused: true, pausedUntil: new Date('2026-03-09T08:00:00Z'), owner: null },
};
const told = { sections: ['late orders', 'open issues'], kpis: ['On-time delivery', 'Orders placed'] };
const offered = readyMade.map((ready, n) => ({
  ready,
  place: [null, 'C0OPSDAILY', 'U0LENA0001'][n % 3] ?? null,
}));

export const samples: Samples = {
  ...editionSamples,
  ...correctionSamples,
  'no digests': () => digestList([], offered, reader),
  'digests, one paused, one failed': () =>
    digestList([listed, { ...listed, digest: paused, next: [] }, { ...listed, last: failed }], [], reader),
  'more digests than fit': () =>
    digestList(
      Array.from({ length: 40 }, () => listed),
      offered,
      reader,
    ),
  'one digest': () => digestCard(listed, told, reader),
  'one digest that is paused': () =>
    digestCard({ ...listed, digest: paused, next: [], last: failed }, told, reader),
  'one digest, by who may not change it': () =>
    digestCard({ ...listed, mayKeep: false, last: null }, told, reader, 'It is set up'),
  'its history': () =>
    historyMessage(
      {
        digest,
        outcomes: [
          failed,
          sent,
          { ...sent, state: 'paused' },
          { ...sent, state: 'started', settledAt: null },
        ],
        corrections: [
          { at: now, figure: { ...figure, name: hostile.slice(0, 90) }, before: '94.1 %', after: '93.6 %' },
        ],
        extras: [{ askedAt: now, askedBy: 'U0LENA0001' }],
      },
      reader,
    ),
  'no history yet': () => historyMessage({ digest, outcomes: [], corrections: [], extras: [] }, reader),
};

const choices = {
  sections: [{ value: 'orders.late', label: 'Late orders: past their ship-by, the oldest first' }],
  kpis: [{ value: 'otd', label: 'On-time delivery' }],
};
const initial = {
  name: digest.name,
  channel: 'C0OPSDAILY',
  when: 'every weekday 08:30',
  period: 'since last' as const,
  sections: ['orders.late'],
  kpis: ['otd'],
};
const drawing = { choices, initial, times: { next: [now] }, reader };

export const formSamples: FormSamples = {
  'a new digest': () => newFormView(drawing),
  'a new digest whose times are not read': () =>
    newFormView({
      ...drawing,
      initial: {},
      times: { fault: 'Say at what time of day, such as 08:30 or 7am.' },
    }),
  'edit a digest': () => editFormView({ ...drawing, times: { next: [] } }),
  'options of a digest': () => optionsFormView(digest),
  'pause a digest': () => pauseFormView(digest),
  'give a digest to somebody': () => transferFormView(digest),
  'delete a digest': () => deleteFormView(paused),
};
