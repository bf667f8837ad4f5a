import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { changePolicy, decideApprovals, seeApprovals } from '../permissions.ts';
import { listSentences } from './refusals.ts';
import { findDelegation, listDelegations as listRows } from './store.ts';

const mostShown = 30;

/** Delegations in force or to come: the actor's own, given and received; a manager also sees everybody's. */
export const listDelegations = query({
  name: 'approvals.delegations',
  permission: decideApprovals,
  input: z.object({ whose: z.enum(['mine', 'all']) }),
  async run(ctx, { whose }) {
    const maySeeAll = holds(ctx.actor, changePolicy);
    const no = whose === 'all' && !maySeeAll ? 'is for managers' : null;
    demand(no, listSentences, undefined, actingReaderOf(ctx));
    const personId = whose === 'mine' && ctx.actor.kind === 'person' ? ctx.actor.id : null;
    // The console has no delegations of its own.
    const none = whose === 'mine' && personId === null;
    const delegations = none ? [] : await listRows(ctx.scope, personId, ctx.now, mostShown);
    return { whose, delegations, maySeeAll, reader: personId };
  },
});

/** One delegation as it is now; null: there is none. */
export const getDelegation = query({
  name: 'approvals.delegation',
  permission: seeApprovals,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await findDelegation(ctx.scope, id),
});
