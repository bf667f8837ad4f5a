import { readerOf } from '../../cases/reader.ts';
import type { Chart } from '../../charts/model.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { cutAtWord } from '../../core/text/clean.ts';
import { namedIn } from '../../core/text/names.ts';
import { listOf } from '../../core/text/sentence.ts';
import { type Department, departments } from '../../core/tokens/departments.ts';
import { isLacking } from '../../core/tokens/fact.ts';
import { privately, replacing, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForChart, chartAsked } from '../charts/index.ts';
import { askForExport } from '../exports/index.ts';
import { understood } from './asking/understood.ts';
import {
  drawFigure,
  drawMoved,
  type ListAsked,
  listKpis,
  overviewAction,
  rebuildAction,
  showFigure,
  showMoved,
} from './card/actions.ts';
import { aimsFor } from './card/aims-of.ts';
import { exactMessage } from './card/exact-views.ts';
import { familiesMessage } from './card/family-views.ts';
import { lackingMessage, listMessage } from './card/list-views.ts';
import { overviewMessage } from './card/overview-views.ts';
import { figureForReader } from './card/show-slack.ts';
import { barsChart, movedChart, trendChart } from './drawing/chart-views.ts';
import { getTrend } from './drawing/read.ts';
import { departmentOf, getOverview } from './figure/overview.ts';
import { allKpis, getFigure } from './figure/read.ts';
import { getFamilies, rebuildFamily } from './keeping/rebuild.ts';
import { getMoved } from './moved/read.ts';
import { movedMessage } from './moved/views.ts';
import { readKpis, rebuildFacts } from './permissions.ts';
import { rowsExport } from './rows/list.ts';
import { rowClicks } from './rows/slack.ts';
import { targetClicks, targetVerbs } from './setting/slack.ts';
import { shareClicks } from './sharing/slack.ts';
import { getTargets } from './targets/get.ts';
import { lastOf } from './targets/rules.ts';

const kpiVerbs: readonly Verb[] = [
  {
    command: 'kpi',
    name: '',
    usage: '[<name> [<days>] [by <what>] [vs last year] [exactly]]',
    summary:
      'a figure of some days, split and compared, or with all its digits; without words, those of your department',
    examples: [
      '/kpi on time 30d',
      '/kpi on time last month by country vs last year',
      '/kpi lead time all exactly',
      '/kpi',
    ],
    permission: readKpis,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      if (text === '') return privately(await overviewFor(ctx, departmentOf(ctx)));
      const asked = understood(ctx, text);
      const { about, period, by, versus, isExact } = asked;
      if (isLacking(about)) return privately(lackingMessage(about));
      const figure = { kpi: about.key, from: period.from, to: period.to, by: by?.name ?? null, versus };
      return privately(
        isExact
          ? exactMessage(await getFigure.call(ctx, figure), readerOf(ctx))
          : await figureForReader(ctx, figure),
      );
    },
  },
  {
    command: 'kpi',
    name: 'list',
    usage: '[<department>]',
    summary: 'all figures by department; with one, what they mean and what people call them',
    examples: ['/kpi list', '/kpi list shipping'],
    permission: readKpis,
    takes: 'words or nothing',
    answer: async (ctx, { text }) => privately(await listFor(ctx, text === '' ? {} : departmentIn(text))),
  },
  {
    command: 'kpi',
    name: 'rows',
    usage: '<name> [<days>]',
    summary: 'what a figure is made of, as a CSV file',
    examples: ['/kpi rows on time yesterday'],
    permission: readKpis,
    takes: 'words',
    async answer(ctx, { text }) {
      const { about, period } = understood(ctx, text);
      if (isLacking(about)) return privately(lackingMessage(about));
      const filter = { kpi: about.key, from: period.from, to: period.to, cut: null };
      return privately(fileAsked(await askForExport.call(ctx, rowsExport.of(filter))));
    },
  },
];

const factsVerb: Verb = {
  command: 'ops',
  name: 'facts',
  usage: '',
  summary: 'whether KPIs have all that was told; makes what they are counted from anew',
  examples: ['/ops facts'],
  permission: rebuildFacts,
  takes: 'nothing',
  answer: async (ctx) => privately(familiesMessage(await getFamilies.call(ctx, {}), readerOf(ctx))),
};

export const verbs: readonly Verb[] = [...kpiVerbs, ...targetVerbs, factsVerb];

export const clicks = [
  ...targetClicks,
  answers(rebuildAction, async (ctx, { family }) => {
    await rebuildFamily.call(ctx, { family });
    return replacing(familiesMessage(await getFamilies.call(ctx, {}), readerOf(ctx)));
  }),
  answers(showFigure, async (ctx, asked) => showing(await figureForReader(ctx, asked))),
  ...rowClicks,
  ...shareClicks,
  answers(drawFigure, async (ctx, asked) => {
    const reader = readerOf(ctx);
    const answer = asked.by === null ? null : await getFigure.call(ctx, asked);
    const split = answer && barsChart(answer, await aimsFor(ctx, answer), reader);
    return await chartFor(ctx, split ?? trendChart(await getTrend.call(ctx, asked), reader));
  }),
  answers(drawMoved, async (ctx, asked) => {
    const chart = movedChart(await getMoved.call(ctx, asked), readerOf(ctx));
    if (!chart)
      throw new Refusal('invalid', 'One of the two times has no data, so there is nothing to draw.');
    return await chartFor(ctx, chart);
  }),
  answers(showMoved, async (ctx, asked) =>
    showing(movedMessage(await getMoved.call(ctx, asked), readerOf(ctx))),
  ),
  answers(overviewAction, async (ctx, { department }) => replacing(await overviewFor(ctx, department))),
  answers(listKpis, async (ctx, asked) => {
    const list = await listFor(ctx, asked);
    return asked.department === undefined ? privately(list) : showing(list);
  }),
];

async function chartFor(ctx: Context, chart: Chart) {
  return privately(chartAsked(chart, await askForChart.call(ctx, { chart, permission: readKpis })));
}

async function listFor(ctx: Context, asked: ListAsked) {
  return listMessage(allKpis(ctx), await getTargets.call(ctx, { on: null }), ctx.now, asked);
}

function departmentIn(text: string): ListAsked {
  const { exact, like } = namedIn(departments, (one) => [one], text);
  const [department, ...others] = exact.length > 0 ? exact : like;
  if (department === undefined || others.length > 0)
    throw new Refusal('invalid', `"${cutAtWord(text, 40)}" is no department.`, {
      next: `Say one of ${listOf(departments, 'or')}.`,
    });
  return { department };
}

async function overviewFor(ctx: Context, department: Department) {
  const overview = await getOverview.call(ctx, { department });
  const aims = await getTargets.call(ctx, { on: lastOf(overview.days) });
  return overviewMessage(overview, aims, readerOf(ctx));
}
