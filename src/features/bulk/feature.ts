import { defineFeature } from '../../core/declare/feature.ts';
import { approvals } from './approving.ts';
import { issueBulks, issueForms } from './issues/slack.ts';
import { runStates } from './model.ts';
import { actOnMany, runBulks } from './permissions.ts';
import { getEnded, resultPage, wholeResults } from './results.ts';
import { actOnRow, actOnRows, finishRun, goOn, nextRows, noteRow } from './run.ts';
import { formSamples, samples } from './samples.ts';
import { selectAll } from './select.ts';
import { shipmentBulks } from './shipments/slack.ts';
import { clicks, drawings } from './slack.ts';
import { startBulk } from './start.ts';
import { tidying, tidySelections } from './tidy.ts';
import { runBulk } from './work.ts';

/** Acting on whole lists: a selection, one approval, one run, a result per row. Other features declare the acts. */
export const bulk = defineFeature({
  name: 'bulk',
  title: 'Act on many',
  permissions: [actOnMany, runBulks],
  operations: [
    selectAll,
    startBulk,
    nextRows,
    actOnRow,
    actOnRows,
    noteRow,
    finishRun,
    goOn,
    getEnded,
    resultPage,
    tidySelections,
  ],
  approvals,
  bulks: [...issueBulks, ...shipmentBulks],
  forms: issueForms,
  lists: [wholeResults],
  clicks,
  drawings,
  schedules: [tidying],
  jobs: [runBulk],
  states: [runStates],
  samples,
  formSamples,
});
