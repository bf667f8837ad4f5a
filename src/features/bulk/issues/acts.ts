import { z } from 'zod';
import { actsOnEach } from '../../../core/declare/lists/bulk.ts';
import { defineBulk } from '../../../core/tokens/bulk.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import {
  assignIssue,
  directIssues,
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
  act: async (ctx, id, { slackUserId }) => await assignIssue.call(ctx, { id, slackUserId }),
});

export const finishing = actsOnEach(finishIssues, {
  permission: forAct(workOnIssues, 'resolve issues'),
  tell: (what, { code }) => ({
    asks: `mark ${what} as done (${code})`,
    ended: `Marked ${what} as done (${code})`,
  }),
  look: lookAtIssue,
  act: async (ctx, id, ending) => await resolveIssue.call(ctx, { id, ...ending }),
});
