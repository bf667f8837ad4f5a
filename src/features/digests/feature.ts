import { defineFeature } from '../../core/declare/feature.ts';
import { correctEdition } from './correcting/correct.ts';
import { getNoted, getStanding } from './correcting/get.ts';
import { correctionDrawing, corrections, correctJob } from './correcting/slack.ts';
import { dueEditions } from './edition/due.ts';
import { getEdition } from './edition/get.ts';
import { digestSlots } from './edition/kind.ts';
import { editionStates } from './edition/model.ts';
import { changeRefused } from './edition/refused.ts';
import { beginEdition, giveUpEdition, isToldAlready, noteComposed } from './edition/settle.ts';
import { drawings, jobs } from './edition/slack.ts';
import { editionsForgotten, forgetJob, forgetOld } from './forgetting/forget.ts';
import { home } from './home/home.ts';
import { getDigest, getDigests, getHistory } from './listing/get.ts';
import { digestNamed } from './listing/named.ts';
import { composeDigests, haveDigests, keepDigests, seeDigests } from './permissions.ts';
import { getOffered, getReady } from './ready/get.ts';
import { formSamples, samples } from './samples.ts';
import { deleteDigest, pauseDigest, resumeDigest, sendNow, transferDigest } from './setting/change.ts';
import { createDigest } from './setting/create.ts';
import { editDigest } from './setting/edit.ts';
import { formClicks, forms } from './setting/forms-slack.ts';
import { clicks, verbs } from './setting/slack.ts';
import { getTimes } from './setting/times.ts';

/** Messages that are posted regularly, composed of the sections of all features. */
export const digests = defineFeature({
  name: 'digests',
  title: 'Digests',
  permissions: [seeDigests, haveDigests, keepDigests, composeDigests],
  operations: [
    getDigests,
    getDigest,
    getHistory,
    digestNamed,
    getOffered,
    getReady,
    getTimes,
    createDigest,
    editDigest,
    pauseDigest,
    resumeDigest,
    deleteDigest,
    transferDigest,
    sendNow,
    beginEdition,
    noteComposed,
    giveUpEdition,
    isToldAlready,
    getEdition,
    forgetOld,
    changeRefused,
    getStanding,
    correctEdition,
    getNoted,
  ],
  commands: [
    {
      name: 'digest',
      summary: 'What is posted where and when',
      usageHint: 'new #ops-daily every weekday 08:30 | preview 2 | pause 2 until Mon 09:00 | history 2',
    },
  ],
  verbs,
  clicks: [...clicks, ...formClicks],
  forms,
  drawings: [...drawings, correctionDrawing],
  jobs: [...jobs, correctJob, forgetJob],
  due: dueEditions,
  schedules: [digestSlots, corrections, editionsForgotten],
  home,
  states: [editionStates],
  samples,
  formSamples,
});
