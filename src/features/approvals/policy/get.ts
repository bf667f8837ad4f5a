import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { query } from '../../../core/runtime/operation.ts';
import { changePolicy, seeApprovals } from '../permissions.ts';
import { differences } from './diff.ts';
import { policyOverview, policyThatShips, referencesIn } from './in-force.ts';
import { versionsPerPage } from './overview-model.ts';
import { versionSentences } from './refusals.ts';
import { findPolicies, listVersions } from './store.ts';

export const getPolicy = query({
  name: 'approvals.policy',
  permission: seeApprovals,
  input: z.object({}),
  run: async (ctx) => await policyOverview(ctx),
});

/** The policy that a form is opened for. Refuses a version that is no longer in force. */
export const openPolicy = query({
  name: 'approvals.open-policy',
  permission: changePolicy,
  input: z.object({ version: z.int() }),
  async run(ctx, { version }) {
    const overview = await policyOverview(ctx);
    const no = overview.version === version ? null : 'was changed since';
    demand(no, versionSentences, overview.changed, actingReaderOf(ctx));
    return overview;
  },
});

/** The versions of the policy with their changes, newest first. */
export const listPolicies = query({
  name: 'approvals.policy-history',
  permission: seeApprovals,
  input: z.object({ before: z.int().nullable() }),
  async run(ctx, { before }) {
    // One more than a page shows: it says whether there are more, and what the last one shown was compared with.
    const found = await listVersions(ctx.scope, before, versionsPerPage + 1);
    const saved = await findPolicies(
      ctx.scope,
      found.map(({ version }) => version),
    );
    const policyOf = (version: number) =>
      saved.get(version) ?? policyThatShips(ctx.engine.contributions, ctx.workspace.currency);
    const { people, kinds, currency } = await referencesIn(ctx);
    return {
      versions: found
        .slice(0, versionsPerPage)
        .map((one) => ({ ...one, ...differences(policyOf(one.version - 1), policyOf(one.version)) })),
      more: found.length > versionsPerPage,
      people,
      kinds,
      currency,
    };
  },
});
