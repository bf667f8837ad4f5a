import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { changePolicy, seeApprovals } from '../permissions.ts';
import { differences } from './diff.ts';
import { knownIn, policyThatShips, seenPolicy } from './in-force.ts';
import { whyOutdated } from './save-version.ts';
import { versionsShown } from './seen.ts';
import { findPolicies, listVersions } from './store.ts';

export const getPolicy = query({
  name: 'approvals.policy',
  permission: seeApprovals,
  input: z.object({}),
  run: async (ctx) => await seenPolicy(ctx),
});

/** The policy that a form is to be opened for: whoever may not send the form need not fill it in. */
export const openPolicy = query({
  name: 'approvals.open-policy',
  permission: changePolicy,
  input: z.object({ version: z.int() }),
  async run(ctx, { version }) {
    const seen = await seenPolicy(ctx);
    if (seen.version !== version) throw whyOutdated(ctx, seen.changed);
    return seen;
  },
});

/** Who changed it and what, newest first. */
export const listPolicies = query({
  name: 'approvals.policy-history',
  permission: seeApprovals,
  input: z.object({ before: z.int().nullable() }),
  async run(ctx, { before }) {
    // One more than a page shows tells whether there are more, and what the last one shown has changed.
    const found = await listVersions(ctx.scope, before, versionsShown + 1);
    const said = await findPolicies(
      ctx.scope,
      found.map(({ version }) => version),
    );
    const says = (version: number) =>
      said.get(version) ?? policyThatShips(ctx.engine.contributions, ctx.workspace.currency);
    const { people, kinds, currency } = await knownIn(ctx);
    return {
      versions: found
        .slice(0, versionsShown)
        .map((one) => ({ ...one, ...differences(says(one.version - 1), says(one.version)) })),
      more: found.length > versionsShown,
      people,
      kinds,
      currency,
    };
  },
});
