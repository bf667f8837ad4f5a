import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { shareFormView } from '../../../ui/share-form.ts';
import { sharedFigure } from '../card/views.ts';
import { aims, answer, days, figure, hostile, onTime, reading } from '../sample-figures.ts';
import { shareForm } from '../sharing/forms.ts';
import type { FactRow, ShownRows } from './model.ts';
import { rowsMessage } from './views.ts';

const asked = { kpi: onTime.key, ...days, by: null, versus: null };
const late: FactRow = {
  day: '2026-02-12',
  subject: '1042',
  part: '',
  label: '1042',
  ref: '01972a3e-0000-7000-8000-000000000001',
  counts: true,
  why: null,
  currency: 'EUR',
  n: '0',
  d: '1',
  values: ['shopify', 'FR'],
};
const kpi = { ...onTime, bad: 'late', facts: { ...onTime.facts, opens: 'order' } };
const page: ShownRows = {
  figure: { ...figure, kpi },
  rows: [late, { ...late, counts: false, why: 'not delivered yet', values: ['', ''] }],
  skip: 0,
  isMore: true,
  today: answer.today,
};

export const rowSamples: Samples = {
  'the rows of a KPI': () => rowsMessage(asked, page, reading),
  'the last rows of a KPI': () => rowsMessage(asked, { ...page, skip: 70, isMore: false }, reading),
  'a KPI without rows': () => rowsMessage(asked, { ...page, rows: [], isMore: false }, reading),
  'rows of hostile names': () =>
    rowsMessage(
      asked,
      {
        ...page,
        rows: Array.from({ length: 10 }, () => ({ ...late, label: hostile, values: [hostile, hostile] })),
      },
      reading,
    ),
  'a KPI of one part': () =>
    sharedFigure(
      { ...answer, figure: { ...figure, cut: { dimension: 'country', value: 'FR' } } },
      aims,
      reading,
      'U0MAYA0001',
    ),
};

export const shareSamples: FormSamples = { 'share a KPI': () => shareFormView(shareForm) };
