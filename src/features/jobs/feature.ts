import { defineFeature } from '../../core/declare/feature.ts';
import { slotStates } from '../../core/tokens/schedule.ts';
import { getBeat, heartbeats } from './heartbeat/beat.ts';
import { pauseHeartbeat, stopHeartbeat } from './heartbeat/change.ts';
import { listHeartbeats } from './heartbeat/list.ts';
import { startHeartbeat } from './heartbeat/start.ts';
import { heartbeatFormSamples, heartbeatSamples } from './heartbeat/views.ts';
import { getJobs } from './overview/get.ts';
import { retryStuck } from './overview/retry-stuck.ts';
import { jobsSamples } from './overview/views.ts';
import { keepBot, retryStuckThings, scheduleHeartbeats, seeJobs } from './permissions.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { lookAtTables, tidy, tidying, tidyJob } from './tidying/tidy.ts';
import { getBroken, noteBroken, noteWorking } from './trouble/parts.ts';
import { getTrouble } from './trouble/report.ts';
import { troubleSamples } from './trouble/views.ts';

/** Background work of the bot: schedules, due work and queues, and what is stuck. */
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
    lookAtTables,
    noteBroken,
    noteWorking,
    getBroken,
  ],
  verbs,
  forms,
  clicks,
  drawings,
  schedules: [heartbeats, tidying],
  jobs: [tidyJob],
  states: [slotStates],
  formSamples: heartbeatFormSamples,
  samples: { ...heartbeatSamples, ...jobsSamples, ...troubleSamples },
});
