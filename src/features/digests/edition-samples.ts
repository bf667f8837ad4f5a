import type { Button } from '@slack/types';
import type { TrendChart } from '../../charts/model.ts';
import type { Samples } from '../../core/declare/sample.ts';
import { button } from '../../ui/blocks.ts';
import { newAction, showAction } from './actions.ts';
import type { NotedFigure } from './correcting/model.ts';
import { correctionNote } from './correcting/views.ts';
import type { Content, EditionPart, Shown } from './edition/model.ts';
import { editionMessage, restMessage } from './edition/views.ts';
import { figure, six } from './figure-samples.ts';
import { todayBlocks } from './home/views.ts';

export const now = new Date('2026-03-02T07:30:00Z');
export const id = '00000000-0000-7000-8000-0000000000d1';
export const hostile = `<!channel> *bold* ‮مرحبا 🧨 ${'<&>'.repeat(40)}`;

const late: EditionPart = {
  key: 'orders.late',
  title: 'Late orders',
  finding: '31 orders past ship-by (€2,940)',
  urgency: 'now',
  lines: Array.from({ length: 20 }, (_, n) => `10${n} · 2 days past ship-by · €86.40`),
  total: 31,
  open: button(showAction, { id }, '31 orders'),
};
const waits: EditionPart = {
  ...late,
  key: 'approvals.waiting',
  title: 'Approvals waiting',
  finding: '1 approval waits for a yes',
  lines: ['12 · Maya asks to write off 30 × MUG-01, until Mon 2 Mar 17:00 CET'],
  total: 1,
  open: button(newAction, {}, '1 approval'),
};
const news: EditionPart = {
  ...late,
  key: 'issues.news',
  title: 'What changed',
  finding: '3 issues raised, 2 resolved',
  urgency: 'note',
  lines: [],
  total: 0,
  open: null,
};

const trend: TrendChart = {
  kind: 'trend',
  title: 'On-time delivery',
  period: '31 Jan to 1 Mar',
  unit: { kind: 'percent' },
  good: 'up',
  target: 95,
  days: [96.1, 95.2, 96.4, 94.1].map((value, n) => ({ day: `2026-02-2${n + 5}`, value })),
};

const content: Content = {
  next: '2026-03-03T07:30:00Z',
  timeZone: 'Europe/Berlin',
  occasion: null,
  lateMin: 0,
  parts: [late, waits, news],
  silent: ['Shipments at risk: no data since 02:10 CET'],
  failed: [],
  freshness: ['Data until 06:10 CET'],
  lead: 0,
  story: {
    movers: ['UPS Ground', 'Midwest'],
    moved: ['UPS Ground −6.5 by how it did, −0.9 by its share', 'DHL +0.4 by how it did, −2.3 by its share'],
    by: { name: 'service', title: 'service' },
  },
  chart: { chart: trend, shown: { as: 'native' } },
};

const shown: Shown = {
  name: 'Morning figures',
  number: 1,
  from: '2026-02-27',
  to: '2026-03-02',
  composedAt: now,
  content,
  figures: six,
  correctedAt: null,
  way: 'planned',
};
const quiet: Shown = {
  ...shown,
  figures: [],
  content: { ...content, parts: [], silent: [], lead: null, story: null, chart: null },
};
const bad: EditionPart = {
  ...late,
  title: hostile,
  finding: hostile.slice(0, 100),
  lines: Array.from({ length: 20 }, () => `10 · ${'x'.repeat(590)}`),
  total: 1_204,
};
const hard: Shown = {
  ...shown,
  name: hostile.slice(0, 60),
  figures: six.map(({ ordinal, told }) => ({
    ordinal,
    told: { ...told, name: hostile.slice(0, 90) },
    corrected: { ...told, name: hostile.slice(0, 90), shown: '93.6 %' },
  })),
  content: {
    ...content,
    occasion: `after the 16:00 cut-off in ${hostile}`,
    lateMin: 700,
    parts: Array.from({ length: 14 }, (_, n) => ({
      ...bad,
      key: `x.${n}`,
      urgency: (['now', 'look', 'note'] as const)[n % 3] ?? 'note',
    })),
    silent: Array.from({ length: 9 }, () => `${hostile.slice(0, 90)}: no data since 02:10 CET`),
    failed: ['Issues could not be read (ref QM-7K3FQ9)'],
    story: {
      movers: [hostile.slice(0, 90)],
      moved: [hostile, hostile, hostile],
      by: { name: 'carrier', title: 'carrier' },
    },
    chart: { chart: trend, shown: { as: 'picture', slackFile: 'F0CHART0001' } },
  },
};

const inSection = (part: EditionPart) => ({
  ...part,
  lines: [],
  open: part.open as Button,
  section: { key: part.key, title: part.title, about: '', feed: null, read: async () => null },
});

export const editionSamples: Samples = {
  'what is up today, at Home': () => ({
    home: 'Today',
    blocks: todayBlocks([late, waits, news].map(inSection), []),
  }),
  'more than Home shows, hostile': () => ({
    home: 'Today',
    blocks: todayBlocks(
      Array.from({ length: 20 }, (_, n) => inSection({ ...bad, key: `x.n${n}` })),
      [hostile],
    ),
  }),
  'a digest': () => editionMessage(shown),
  'a digest with nothing to tell': () => editionMessage(quiet),
  'a digest of lists alone': () =>
    editionMessage({ ...quiet, content: { ...quiet.content, parts: [late, waits] } }),
  'a digest whose figures are all well': () =>
    editionMessage({ ...quiet, figures: [six[1] ?? { ordinal: 0, told: figure, corrected: null }] }),
  'a digest that was corrected': () =>
    editionMessage({
      ...shown,
      correctedAt: new Date('2026-03-02T13:20:00Z'),
      figures: [
        {
          ordinal: 0,
          told: figure,
          corrected: { ...figure, shown: '93.6 %', behind: '936 of 1,000', change: 'down 2.8 points, worse' },
        },
      ],
    }),
  'a digest after a cut-off': () =>
    editionMessage({
      ...quiet,
      name: 'After the cut-off',
      content: { ...quiet.content, occasion: 'after the 16:00 cut-off in Hamburg', parts: [late] },
    }),
  'a preview': () => editionMessage({ ...shown, way: 'preview' }),
  'a digest by hand': () => editionMessage({ ...shown, way: 'by hand' }),
  'a digest, hostile and too long': () => editionMessage(hard),
  'what had no room': () => restMessage(shown) ?? editionMessage(shown),
  'what had no room, hostile': () => restMessage(hard) ?? editionMessage(hard),
};

const noted: NotedFigure = {
  figure: { ...figure, shown: '93.6 %', behind: '936 of 1,000' },
  isLate: true,
  before: '94.1 %',
  behindBefore: '941 of 1,000',
  after: '93.6 %',
};

export const correctionSamples: Samples = {
  'a correction': () => correctionNote([noted], now) ?? editionMessage(shown),
  'several corrections, hostile': () =>
    correctionNote(
      Array.from({ length: 6 }, () => ({
        ...noted,
        figure: { ...figure, name: hostile.slice(0, 90) },
        before: 'no data',
        behindBefore: null,
      })),
      now,
    ) ?? editionMessage(shown),
};
