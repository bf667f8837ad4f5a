import type { Samples } from '../../core/declare/sample.ts';
import { factSamples } from './card/family-samples.ts';
import { lackingMessage, listMessage } from './card/list-views.ts';
import { overviewMessage } from './card/overview-views.ts';
import { figureMessage } from './card/views.ts';
import type { Part } from './figure/model.ts';
import { movedMessage } from './moved/views.ts';

import {
  aim,
  aims,
  answer,
  asTold,
  before,
  country,
  days,
  figure,
  hostile,
  onTime,
  overview,
  overviewAims,
  parts,
  partsBefore,
  reading,
  silent,
  standing,
  time,
  value,
} from './sample-figures.ts';

export const samples: Samples = {
  ...factSamples,
  'a KPI': () => figureMessage(answer, aims, reading, true),
  'a KPI against the time before': () =>
    figureMessage({ ...answer, before, versus: 'previous' }, aims, reading, true),
  'a KPI by country against a year before': () =>
    figureMessage(
      { ...answer, before, versus: 'last year', parts: { by: country, all: parts } },
      aims,
      reading,
      true,
    ),
  'a KPI of few': () =>
    figureMessage(
      { ...answer, figure: { ...figure, totals: [{ n: 27n, d: 29n, currency: '' }], excluded: [] } },
      aims,
      reading,
      true,
    ),
  'a KPI of days that are not over': () =>
    figureMessage(
      { ...answer, figure: { ...figure, days: { from: '2026-03-01', to: '2026-03-06' } } },
      aims,
      reading,
      true,
    ),
  'a KPI without data': () =>
    figureMessage(
      { ...answer, figure: { ...figure, totals: [], excluded: [] }, heard: [] },
      aims,
      reading,
      true,
    ),
  'a KPI whose feed is silent': () => figureMessage({ ...answer, heard: silent }, aims, reading, true),
  'a KPI that is still being counted': () =>
    figureMessage(
      {
        ...answer,
        figure: { ...figure, totals: [] },
        keeping: { generation: 0, isBuilding: true, walked: 12_000 },
      },
      aims,
      reading,
      true,
    ),
  'a KPI that is being counted anew': () =>
    figureMessage(
      { ...answer, keeping: { generation: 1, isBuilding: true, walked: 12_000 } },
      aims,
      reading,
      true,
    ),
  'money in two currencies': () =>
    figureMessage(
      {
        ...answer,
        figure: {
          ...figure,
          kpi: value,
          totals: [
            { n: 1_250_000n, d: 0n, currency: 'EUR' },
            { n: 30_000n, d: 0n, currency: 'JPY' },
          ],
        },
      },
      aims,
      reading,
      true,
    ),
  'a duration by country': () =>
    figureMessage(
      {
        ...answer,
        figure: {
          ...figure,
          kpi: time,
          totals: [{ n: 120_000_000n, d: 40n, currency: '' }],
          spread: { mean: 90_000_000, sd: 30_000_000, p50: 86_400_000, p90: 172_800_000, p95: 180_000_000 },
        },
        parts: {
          by: country,
          all: parts.map((part) => ({
            ...part,
            spread: { mean: 90_000_000, sd: null, p50: 86_400_000, p90: 400_000_000, p95: 410_000_000 },
          })),
        },
      },
      aims,
      reading,
      true,
    ),
  'a KPI of hostile parts': () =>
    figureMessage(
      {
        ...answer,
        heard: Array.from({ length: 40 }, () => silent).flat(),
        parts: {
          by: country,
          all: Array.from({ length: 400 }, (_, i) => ({ ...(parts[0] as Part), value: `${hostile} ${i}` })),
        },
      },
      aims,
      reading,
      true,
    ),
  'what moved a KPI': () =>
    movedMessage(
      {
        kpi: onTime,
        by: country,
        days,
        before: before.days,
        versus: 'previous',
        ...asTold,
        now: parts,
        past: partsBefore,
      },
      reading,
    ),
  'what moved a KPI, without anything before': () =>
    movedMessage(
      {
        kpi: onTime,
        by: country,
        days,
        before: before.days,
        versus: 'previous',
        ...asTold,
        now: parts,
        past: [],
      },
      reading,
    ),
  'what moved a KPI of hostile parts': () =>
    movedMessage(
      {
        kpi: onTime,
        by: country,
        days,
        before: before.days,
        versus: 'previous',
        ...asTold,
        now: Array.from({ length: 400 }, (_, i) => ({ ...(parts[0] as Part), value: `${hostile} ${i}` })),
        past: partsBefore,
      },
      reading,
    ),
  'the figures of a department': () => overviewMessage(overview, overviewAims, reading),
  'the figures of a department of which none got worse or misses its target': () =>
    overviewMessage(
      { ...overview, standings: [{ ...standing, figure: before, before: figure }] },
      new Map(),
      reading,
    ),
  'a department without data': () =>
    overviewMessage(
      {
        ...overview,
        standings: [{ ...standing, figure: { ...figure, totals: [] }, isCounting: true }],
      },
      overviewAims,
      reading,
    ),
  'a department without figures': () =>
    overviewMessage({ ...overview, department: 'receiving', standings: [] }, overviewAims, reading),
  'all KPIs': () =>
    listMessage(
      [
        onTime,
        value,
        time,
        {
          key: 'perfect_order',
          name: 'Perfect orders',
          aliases: [],
          owner: 'management',
          lacks: 'nobody tells me whether documents were right',
        },
      ],
      new Map([['otd', aim]]),
      reading.now,
      {},
    ),
  'the KPIs of a department': () =>
    listMessage(
      Array.from({ length: 14 }, (_, i) => ({ ...onTime, key: `otd ${i}` })),
      new Map([['otd 1', aim]]),
      reading.now,
      { department: 'shipping' },
    ),
  'a KPI that nobody can say': () =>
    lackingMessage({
      key: 'perfect_order',
      name: 'Perfect orders',
      aliases: [],
      owner: 'management',
      lacks: 'nobody tells me whether documents and condition were right',
    }),
};
