import { z } from 'zod';
import { jobs } from '../../../core/declare/job.ts';
import { schedules as scheduleKinds } from '../../../core/declare/schedule.ts';
import { slotsAfter } from '../../../core/declare/slots/moments.ts';
import { query } from '../../../core/runtime/operation.ts';
import { followsCalendar } from '../../../core/time/calendars/rule.ts';
import { readCron } from '../../../core/time/timing.ts';
import { seeJobs } from '../permissions.ts';
import { type JobsOverview, newestFirst, shownAtMost } from './rules.ts';
import {
  countDue,
  countJobs,
  countSlots,
  countStuck,
  failedSlots,
  listSchedules,
  listStuck,
} from './store.ts';
import { countWork, listStuckWork } from './work-store.ts';

const dayMs = 86_400_000;

/** Schedules, queues, due work and what is stuck. */
export const getJobs = query({
  name: 'jobs.jobs',
  permission: seeJobs,
  input: z.object({}),
  async run(ctx): Promise<JobsOverview> {
    const { scope, now } = ctx;
    const { contributions } = ctx.engine;
    const since = new Date(now.getTime() - dayMs);
    const titles = new Map(contributions.of(scheduleKinds).map(({ id, title }) => [id, title]));
    const titleOf = (kind: string) => titles.get(kind) ?? kind;
    const slots = await countSlots(scope, since);
    const ran = slots.filter(({ state }) => state === 'started' || state === 'done' || state === 'empty');
    const schedules = (await listSchedules(scope)).filter(
      (one) => !one.paused && (followsCalendar(one) || readCron(one)),
    );
    const next: JobsOverview['next'][number][] = [];
    for (const one of schedules)
      for (const at of await slotsAfter(ctx, one, now, 1))
        next.push({ title: titleOf(one.kind), place: one.place, at });
    const counted = await countJobs(scope);
    const declared = contributions.of(jobs).map(({ job }) => job.id);
    const work = await countWork(scope, now, shownAtMost);
    const listed = [...(await listStuck(scope, shownAtMost)), ...(await listStuckWork(scope, shownAtMost))];
    const stuck = newestFirst(listed).slice(0, shownAtMost);
    return {
      slots,
      latestMin: ran.length > 0 ? Math.max(...ran.map(({ latestMin }) => latestMin)) : null,
      failedSlots: (await failedSlots(scope, since, shownAtMost)).map((slot) => ({
        ...slot,
        title: titleOf(slot.kind),
      })),
      next: next.sort((a, b) => a.at.getTime() - b.at.getTime()),
      queues: [
        ...counted,
        ...declared
          .filter((name) => !counted.some((one) => one.name === name))
          .map((name) => ({ name, waiting: 0, active: 0, failed: 0 })),
      ],
      due: await countDue(scope, now),
      work,
      stuck,
      moreStuck: (await countStuck(scope)) + work.stuck - stuck.length,
    };
  },
});
