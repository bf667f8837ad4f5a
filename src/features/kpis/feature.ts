import { defineFeature } from '../../core/declare/feature.ts';
import { getTrend } from './drawing/read.ts';
import { getOverview } from './figure/overview.ts';
import { getFigure } from './figure/read.ts';
import { foldFacts } from './keeping/fold.ts';
import { getFamilies, rebuildFamily } from './keeping/rebuild.ts';
import { factsKept } from './keeping/schedule.ts';
import { getMoved } from './moved/read.ts';
import { foldFactsPermission, readKpis, rebuildFacts } from './permissions.ts';
import { rowsList, rowsPage } from './rows/list.ts';
import { samples } from './samples.ts';
import { clicks, verbs } from './slack.ts';

/** The figures that the shop is run by: the same number everywhere, opened down to its rows. */
export const kpis = defineFeature({
  name: 'kpis',
  title: 'KPIs',
  permissions: [readKpis, rebuildFacts, foldFactsPermission],
  operations: [foldFacts, getFamilies, rebuildFamily, getFigure, getTrend, getOverview, getMoved, rowsPage],
  commands: [
    {
      name: 'kpi',
      summary: 'The figures that the shop is run by',
      usageHint: 'on time 30d | on time last month by country | orders yesterday | list',
    },
  ],
  verbs,
  clicks,
  schedules: [factsKept],
  lists: [rowsList],
  samples,
});
