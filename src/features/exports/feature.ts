import { defineFeature } from '../../core/declare/feature.ts';
import { askForExport } from './ask.ts';
import { getFailed } from './get.ts';
import { exportStates } from './model.ts';
import { askForFiles, writeFiles } from './permissions.ts';
import { samples } from './samples.ts';
import { drawings, writeExport } from './slack.ts';
import { beginExport, giveUpExport, noteSent } from './write.ts';

/** Lists as files: written in the background, sent to whoever asked. Other features declare their lists. */
export const exports = defineFeature({
  name: 'exports',
  title: 'Files',
  permissions: [askForFiles, writeFiles],
  operations: [askForExport, beginExport, noteSent, giveUpExport, getFailed],
  drawings,
  jobs: [writeExport],
  states: [exportStates],
  samples,
});
