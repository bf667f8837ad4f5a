import { z } from 'zod';
import { actsOnEach } from '../../../core/declare/lists/bulk.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { defineBulk } from '../../../core/tokens/bulk.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import {
  assignIssue,
  directIssues,
  getIssue,
  listExport,
  lookAtIssue,
  maxText,
  resolutions,
  resolveIssue,
  takeIssue,
  workOnIssues,
} from '../../issues/index.ts';

const list = listExport.id;

export const takeIssues = defineBulk({
  id: 'bulk.take-issues',
  list,
  params: z.object({}),
});
export const assignIssues = defineBulk({
  id: 'bulk.assign-issues',
  list,
  params: z.object({ slackUserId: z.string(), name: z.string() }),
});
export const finishIssues = defineBulk({
  id: 'bulk.finish-issues',
  list,
  params: z.object({ code: z.enum(resolutions), note: z.string().max(maxText).nullable() }),
});

export const taking = actsOnEach(takeIssues, {
  permission: forAct(workOnIssues, 'take on issues'),
  tell: (what) => ({ asks: `take on ${what}`, ended: `You are on ${what}` }),
  look: lookAtIssue,
  act: async (ctx, id) => await takeIssue.call(ctx, { id }),
});

export const assigning = actsOnEach(assignIssues, {
  permission: forAct(directIssues, 'assign issues'),
  tell: (what, { name }) => ({
    asks: `ask ${name} to take ${what}`,
    ended: `Asked ${name} to take ${what}`,
  }),
  look: lookAtIssue,
  async act(ctx, id, { slackUserId }) {
    const issue = await getIssue.call(ctx, { id });
    // One by one a lead may take it from somebody; not many unseen.
    if (issue?.owner) throw new Refusal('conflict', `${issue.owner.name} is on it.`);
    return await assignIssue.call(ctx, { id, slackUserId });
  },
});

export const finishing = actsOnEach(finishIssues, {
  permission: forAct(workOnIssues, 'resolve issues'),
  tell: (what, { code, note }) => ({
    asks: `mark ${what} as done (${code})`,
    ended: `Marked ${what} as done (${code})`,
    ...(note && { lines: [['Note on each', note] as const] }),
  }),
  look: lookAtIssue,
  async act(ctx, id, ending) {
    const issue = await getIssue.call(ctx, { id });
    if (issue?.severity === 'critical')
      throw new Refusal('conflict', 'It is Critical: such an issue is ended on its own card.');
    // Done says that it was carried out, such as entered in the 3PL: only who did it knows.
    if (issue?.kind === 'task')
      throw new Refusal('conflict', 'It is a task: whoever carries it out ends it on its card.');
    return await resolveIssue.call(ctx, { id, ...ending });
  },
});
