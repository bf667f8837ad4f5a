import { z } from 'zod';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { changePolicy, decideApprovals, seeApprovals } from '../permissions.ts';
import { findDelegation, listDelegations as listRows } from './store.ts';

/** How many a list shows. */
const mostShown = 30;

/** Who decides in whose place, now or later: one's own, given and received; a manager may see everybody's. */
export const listDelegations = query({
  name: 'approvals.delegations',
  permission: decideApprovals,
  input: z.object({ whose: z.enum(['mine', 'all']) }),
  async run(ctx, { whose }) {
    const maySeeAll = holds(ctx.actor, changePolicy);
    if (whose === 'all' && !maySeeAll)
      throw new Refusal('not-allowed', 'You may see your own: everybody’s are for a manager.');
    const personId = whose === 'mine' && ctx.actor.kind === 'person' ? ctx.actor.id : null;
    // The console has none of its own.
    const none = whose === 'mine' && personId === null;
    const delegations = none ? [] : await listRows(ctx.scope, personId, ctx.now, mostShown);
    return { whose, delegations, maySeeAll, reader: personId };
  },
});

/** One delegation as it is now; null when there is none. */
export const getDelegation = query({
  name: 'approvals.delegation',
  permission: seeApprovals,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await findDelegation(ctx.scope, id),
});
