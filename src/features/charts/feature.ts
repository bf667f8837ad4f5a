import { defineFeature } from '../../core/declare/feature.ts';
import { askForChart } from './ask.ts';
import { beginPicture, giveUpPicture, noteUploaded } from './draw.ts';
import { chartsForgotten, forget } from './forget.ts';
import { chartStates } from './model.ts';
import { askForCharts, drawCharts } from './permissions.ts';
import { findNative, findShown, noteUnshown } from './place.ts';
import { changeRefused, getChart } from './refused.ts';
import { formSamples, samples } from './samples.ts';
import { getOwnChart } from './share.ts';
import { shareClicks, shareForms } from './share-slack.ts';
import { drawings, jobs } from './slack.ts';

/** Charts of other features: drawn by Slack itself or as a picture, and sent to whoever asked. */
export const charts = defineFeature({
  name: 'charts',
  title: 'Charts',
  permissions: [askForCharts, drawCharts],
  operations: [
    getOwnChart,
    askForChart,
    beginPicture,
    noteUploaded,
    giveUpPicture,
    getChart,
    changeRefused,
    findNative,
    findShown,
    noteUnshown,
    forget,
  ],
  drawings,
  clicks: shareClicks,
  forms: shareForms,
  jobs,
  schedules: [chartsForgotten],
  states: [chartStates],
  samples,
  formSamples,
});
