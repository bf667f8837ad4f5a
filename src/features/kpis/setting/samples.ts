import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { overviewMessage } from '../card/overview-views.ts';
import { figureMessage } from '../card/views.ts';
import type { Answer } from '../figure/model.ts';
import {
  aim,
  aims,
  answer,
  country,
  figure,
  hostile,
  onTime,
  overview,
  overviewAims,
  parts,
  reading,
  standing,
  time,
  value,
} from '../sample-figures.ts';
import type { Aim, Aims, TargetEntry } from '../targets/model.ts';
import { targetFormView } from './form-views.ts';
import type { TargetChoices } from './model.ts';
import { backdatedMessage, noTargetForm, targetSet } from './views.ts';

const today = '2026-03-05';
const own = { target: 9_700n, limit: 9_450n, currency: '', since: '2026-02-01' };
const coming = { validFrom: '2026-03-10', target: 9_650n, limit: null, currency: '' };
const part = { dimension: 'country', value: 'FR' };
const entry: TargetEntry = {
  ...coming,
  kpi: 'otd',
  cut: null,
  note: 'after the peak',
  setBy: 'Lena',
  setAt: reading.now,
  isReplaced: false,
};
const choices: TargetChoices = { kpi: onTime, cuts: [part], current: own, history: [entry], today };
const backdated = {
  kpi: 'otd',
  part: null,
  target: '9350',
  limit: '9000',
  currency: '',
  before: { target: '9500', currency: '', since: null },
  validFrom: '2026-03-01',
  by: 'Lena',
};
const withGoals = { ...onTime, target: { target: 9_500n, limit: null } };
const timely = { ...figure, kpi: time, totals: [{ n: 120_000_000n, d: 40n, currency: '' }] };
const spread = { mean: 90_000_000, sd: 30_000_000, p50: 86_400_000, p90: 172_800_000, p95: 180_000_000 };

const held = (figured: Answer, whole: Aim, more: Partial<Aims> = {}) =>
  figureMessage(figured, { whole, coming: null, parts: new Map(), ...more }, reading, true);
const counted = (n: bigint, d: bigint): Answer => ({
  ...answer,
  figure: { ...figure, totals: [{ n, d, currency: '' }] },
});

export const targetSamples: Samples = {
  'a KPI beyond its limit, with another target to come': () => held(answer, own, { coming }),
  'a KPI on its target': () => held(counted(95n, 100n), aim),
  'a KPI just under its target': () => held(counted(94_999n, 100_000n), aim),
  'a duration against its target': () =>
    held(
      { ...answer, figure: { ...timely, spread } },
      { target: 72_000_000n, limit: 100_800_000n, currency: '', since: '2026-02-01' },
      { coming: { ...coming, target: null } },
    ),
  'money against its target for a day': () =>
    held(
      {
        ...answer,
        figure: {
          ...figure,
          kpi: { ...value, good: 'down' },
          totals: [{ n: 3_300_000n, d: 0n, currency: 'EUR' }],
        },
      },
      { target: 100_000n, limit: null, currency: 'EUR', since: '2026-01-01' },
    ),
  'a KPI whose parts have targets of their own': () =>
    held({ ...answer, parts: { by: country, all: parts } }, aim, {
      parts: new Map<string, Aim>([
        ['FR', own],
        ['DE', aim],
      ]),
    }),
  'a KPI for somebody who may set no target': () => figureMessage(answer, aims, reading, false),
  'the figures of a department of which all reach their targets': () =>
    overviewMessage(
      {
        ...overview,
        standings: [
          {
            ...standing,
            figure: { ...figure, totals: [{ n: 99n, d: 100n, currency: '' }] },
            before: { ...figure, totals: [{ n: 98n, d: 100n, currency: '' }] },
          },
        ],
      },
      overviewAims,
      reading,
    ),
  'a target is set': () => targetSet(onTime, { row: entry, before: aim, told: [] }, today, reading),
  'a target of a hostile part is set': () =>
    targetSet(
      onTime,
      {
        row: { ...entry, cut: { ...part, value: hostile }, validFrom: today, limit: 9_300n },
        before: null,
        told: [],
      },
      today,
      reading,
    ),
  'a target is taken away': () =>
    targetSet(onTime, { row: { ...entry, target: null }, before: own, told: [] }, today, reading),
  'a target is set for days that have passed': () =>
    targetSet(
      onTime,
      {
        row: { ...entry, validFrom: '2026-03-01' },
        before: aim,
        told: ['the channel of shipping', 'Ada'],
      },
      today,
      reading,
    ),
  'a target for days that have passed is told': () => backdatedMessage(onTime, backdated, reading),
  'a target of a hostile part for days that have passed is told': () =>
    backdatedMessage(
      onTime,
      { ...backdated, part: hostile, by: hostile, target: null, limit: null, before: null },
      reading,
    ),
  'no form for a target opens': () => noTargetForm(),
};

export const formSamples: FormSamples = {
  'set a target': () => targetFormView(choices, reading),
  'set a target where there are many parts': () =>
    targetFormView(
      {
        ...choices,
        kpi: withGoals,
        cuts: Array.from({ length: 300 }, (_, i) => ({ ...part, value: `${hostile} ${i}` })),
        history: Array.from({ length: 8 }, () => ({
          ...entry,
          cut: { ...part, value: hostile },
          note: hostile,
          setBy: null,
          isReplaced: true,
        })),
      },
      reading,
    ),
  'set the first target of a duration': () =>
    targetFormView({ ...choices, kpi: time, current: null, history: [], cuts: [] }, reading),
  'set the first target of a share that has a default': () =>
    targetFormView({ ...choices, kpi: withGoals, current: aim, history: [] }, reading),
};
