import { z } from 'zod';
import { actsOn } from '../../../cases/due.ts';
import { does } from '../../../core/declare/job.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { issueCase } from '../issue/case.ts';
import { roomDue } from '../issue/due.ts';

const archiveJob = defineJob({
  id: 'issues.archive-room',
  data: z.object({ room: z.string() }),
  retries: 5,
  expireAfterMin: 5,
  keepDays: 7,
});

/** Archives the room a week after the issue was closed, unless it was reopened. */
export const archiveAfterWeek = actsOn(roomDue, issueCase, async (_, { room, state }) =>
  room && state === 'closed' ? { jobs: [archiveJob.with({ room })] } : null,
);

export const archiveRoomJob = does(archiveJob, async (ctx, { room }) => await ctx.engine.rooms.archive(room));
