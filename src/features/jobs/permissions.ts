import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeJobs = definePermission({
  key: 'jobs.see',
  to: 'see schedules, queues or failures',
  atLeast: 'manager',
});
export const retryStuckThings = definePermission({
  key: 'jobs.retry',
  to: 'retry failed work',
  atLeast: 'manager',
});
/** For the bot only. */
export const keepBot = defineInternal({
  key: 'jobs.keep',
  to: 'tidy up the bot’s records',
});
