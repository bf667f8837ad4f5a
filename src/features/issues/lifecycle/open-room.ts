import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf, personOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { does } from '../../../core/declare/job.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { roomName } from '../../../core/runtime/rooms.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { getIssue } from '../issue/get.ts';
import type { Issue } from '../issue/model.ts';
import { issueCard } from '../issue/notifications.ts';
import { issueSentences, whyNotRoom } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { keepIssues, workOnIssues } from '../permissions.ts';

const roomJob = defineJob({
  id: 'issues.room',
  data: z.object({ issue: z.uuid(), askedBy: z.string() }),
  retries: 5,
  expireAfterMin: 5,
  keepDays: 7,
});

/** Asks for a channel for a critical issue. Slack is called after the commit, by a job. */
export const openRoom = mutation({
  name: 'issues.open-room',
  permission: forAct(workOnIssues, 'open a room'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { slackUserId } = personOf(ctx);
    const issue = await hold(ctx, issueCase, id);
    demand(whyNotRoom(issue), issueSentences, issue, actingReaderOf(ctx));
    await updateIssue(ctx.tx, issue, { roomAskedAt: ctx.now, roomRefused: null });
    const recorded = await recordEvent(ctx, issueCase, issue, { what: 'room asked' });
    return { ...recorded, result: issue.number, jobs: [roomJob.with({ issue: id, askedBy: slackUserId })] };
  },
});

/** Notes the room that Slack opened, or its refusal. */
export const noteRoom = mutation({
  name: 'issues.note-room',
  permission: keepIssues,
  input: z.object({ id: z.uuid(), room: z.string().nullable(), reason: z.string() }),
  async run(ctx, { id, room, reason }) {
    const issue = await hold(ctx, issueCase, id);
    if (issue.room) return { result: null, changes: [] };
    await updateIssue(ctx.tx, issue, room ? { room } : { roomRefused: reason });
    const recorded = await recordEvent(
      ctx,
      issueCase,
      issue,
      room ? { what: 'room opened', after: { room } } : { what: 'room refused', after: { reason } },
    );
    const card = room ? [issueCard.about(id, room, {})] : [];
    return { ...recorded, result: null, notifications: [...recorded.notifications, ...card] };
  },
});

export const openRoomJob = does(roomJob, async (ctx, { issue: id, askedBy }) => {
  const issue = await getIssue.call(ctx, { id });
  if (!issue || issue.room) return;
  const opened = await ctx.engine.rooms.open({
    name: roomName('issue', String(issue.number), issue.title).slice(0, 40),
    topic: `Issue ${issue.number}: ${issue.title}`,
    people: peopleOf(issue, askedBy),
  });
  await noteRoom.call(ctx, {
    id,
    room: 'channel' in opened ? opened.channel : null,
    reason: 'refused' in opened ? opened.refused : '',
  });
});

function peopleOf({ owner, reporter }: Issue, askedBy: string): readonly string[] {
  const known = [owner, reporter].flatMap((one) => (one?.active ? [one.slackUserId] : []));
  return [...new Set([askedBy, ...known])];
}
