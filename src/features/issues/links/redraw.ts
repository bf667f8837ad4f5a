import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { issueCase } from '../issue/case.ts';
import { findIssue } from '../issue/store.ts';
import { keepIssues } from '../permissions.ts';

/**
 * Draws the cards of an issue anew: what it is about stands otherwise now. It is no event, and nobody is told. Whoever calls
 * it often keeps to the pace at which people read.
 */
export const redrawIssue = mutation({
  name: 'issues.redraw',
  permission: keepIssues,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await findIssue(ctx.tx, id);
    const cards = issue ? issueCase.placesOf(issue).cards : [];
    const owner = issue?.reporter?.active ? { owner: issue.reporter.slackUserId } : {};
    return {
      result: null,
      changes: [],
      notifications: cards.map((place) => issueCase.card.about(id, place, {}, owner)),
    };
  },
});
