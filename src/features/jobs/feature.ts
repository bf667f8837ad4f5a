import { defineFeature } from '../../core/feature.ts';
import { slotStates } from '../../core/schedule-kind.ts';
import { getBeat, heartbeats } from './beat.ts';
import { pauseHeartbeat, stopHeartbeat } from './change-heartbeat.ts';
import { getJobs } from './get-jobs.ts';
import { startHeartbeat } from './heartbeat.ts';
import { heartbeatSamples } from './heartbeat-views.ts';
import { jobsSamples } from './jobs-views.ts';
import { listHeartbeats } from './list-heartbeats.ts';
import { keepBot, retryStuckThings, scheduleHeartbeats, seeJobs } from './permissions.ts';
import { retryStuck } from './retry-stuck.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { tidy, tidying, tidyJob } from './tidy.ts';
import { getTrouble } from './trouble.ts';
import { troubleSamples } from './trouble-views.ts';

/** What the bot does by itself: schedules, due work, queues, and what of it waits for a person. */
export const jobs = defineFeature({
  name: 'jobs',
  title: 'Jobs',
  permissions: [seeJobs, scheduleHeartbeats, keepBot, retryStuckThings],
  operations: [
    getJobs,
    retryStuck,
    getTrouble,
    startHeartbeat,
    pauseHeartbeat,
    stopHeartbeat,
    listHeartbeats,
    getBeat,
    tidy,
  ],
  verbs,
  forms,
  clicks,
  drawings,
  schedules: [heartbeats, tidying],
  jobs: [tidyJob],
  states: [slotStates],
  samples: { ...heartbeatSamples, ...jobsSamples, ...troubleSamples },
});
