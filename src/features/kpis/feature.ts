import { defineFeature } from '../../core/declare/feature.ts';
import { breachFinder } from './breach/find.ts';
import { getBreaches } from './breach/get.ts';
import { judgeTargets } from './breach/judge.ts';
import { targetsJudged } from './breach/schedule.ts';
import { feedSamples } from './card/feed-samples.ts';
import { getTrend } from './drawing/read.ts';
import { getOverview } from './figure/overview.ts';
import { getFigure } from './figure/read.ts';
import { foldFacts } from './keeping/fold.ts';
import { parkFailing } from './keeping/park.ts';
import { getFamilies, rebuildFamily } from './keeping/rebuild.ts';
import { factsKept } from './keeping/schedule.ts';
import { getMoved } from './moved/read.ts';
import {
  foldFactsPermission,
  judgeTargetsPermission,
  readKpis,
  rebuildFacts,
  setTargets,
} from './permissions.ts';
import { getPosted, getStory } from './posting/read.ts';
import { getTotals } from './posting/recount.ts';
import { figureFinder } from './raising/find.ts';
import { getKept, keepFigure } from './raising/keep.ts';
import { rowsList, rowsPage, titleOfRows } from './rows/list.ts';
import { rowSamples, shareSamples } from './rows/samples.ts';
import { showRows } from './rows/show.ts';
import { samples } from './samples.ts';
import { getTargetChoices } from './setting/get.ts';
import { formSamples, targetSamples } from './setting/samples.ts';
import { setTarget } from './setting/set.ts';
import { targetDrawings, targetForms, targetSuggestions } from './setting/slack.ts';
import { shareForms } from './sharing/slack.ts';
import { clicks, verbs } from './slack.ts';
import { getAims, getTargets } from './targets/get.ts';

/** The figures that the shop is run by: the same number everywhere, opened down to its rows. */
export const kpis = defineFeature({
  name: 'kpis',
  title: 'KPIs',
  permissions: [readKpis, setTargets, rebuildFacts, foldFactsPermission, judgeTargetsPermission],
  operations: [
    foldFacts,
    parkFailing,
    getFamilies,
    rebuildFamily,
    getFigure,
    getTrend,
    getOverview,
    getMoved,
    rowsPage,
    titleOfRows,
    showRows,
    keepFigure,
    getKept,
    getAims,
    getTargets,
    getTargetChoices,
    setTarget,
    judgeTargets,
    getBreaches,
    getPosted,
    getStory,
    getTotals,
  ],
  commands: [
    {
      name: 'kpi',
      summary: 'The figures that the shop is run by',
      usageHint:
        'on time 30d | on time last month by country | orders yesterday | list | target on time 97 %',
    },
  ],
  verbs,
  clicks,
  drawings: targetDrawings,
  forms: [...targetForms, ...shareForms],
  suggestions: targetSuggestions,
  schedules: [factsKept, targetsJudged],
  issueKinds: [{ kind: 'kpi', label: 'KPI', department: 'management', about: 'kpi' }],
  finders: [breachFinder, figureFinder],
  lists: [rowsList],
  samples: { ...samples, ...feedSamples, ...targetSamples, ...rowSamples },
  formSamples: { ...formSamples, ...shareSamples },
});
