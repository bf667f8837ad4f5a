import { defineFeature } from '../../core/declare/feature.ts';
import { slotStates } from '../../core/tokens/schedule.ts';
import { getJobs } from './overview/get.ts';
import { retryStuck } from './overview/retry-stuck.ts';
import { jobsSamples } from './overview/views.ts';
import { keepBot, retryStuckThings, seeJobs } from './permissions.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { lookAtTables, tidy, tidying, tidyJob } from './tidying/tidy.ts';
import { getBroken, noteBroken, noteWorking } from './trouble/parts.ts';
import { getTrouble } from './trouble/report.ts';
import { troubleSamples } from './trouble/views.ts';

/** Background work of the bot: schedules, due work and queues, and what is stuck. */
export const jobs = defineFeature({
  name: 'jobs',
  title: 'Jobs',
  permissions: [seeJobs, keepBot, retryStuckThings],
  operations: [getJobs, retryStuck, getTrouble, tidy, lookAtTables, noteBroken, noteWorking, getBroken],
  verbs,
  clicks,
  drawings,
  schedules: [tidying],
  jobs: [tidyJob],
  states: [slotStates],
  samples: { ...jobsSamples, ...troubleSamples },
});
