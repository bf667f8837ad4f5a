import type { Finder } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import { ownCard } from './card-views.ts';
import { getApproval, openApproval } from './get.ts';
import { seeApprovals } from './permissions.ts';
import { readNumber } from './words-rules.ts';
import { headline, stateWords } from './words-views.ts';

/** Approvals for "find anything". */
export const finder: Finder = {
  kind: 'approval',
  permission: seeApprovals,
  async find(ctx, text) {
    const number = readNumber(text);
    if (number === 0) return [];
    return await openApproval.call(ctx, { number }).then(
      ({ shown }) => [
        {
          kind: 'approval',
          id: shown.approval.id,
          title: `${headline(shown)}: ${stateWords[shown.approval.state]}`,
          exact: true,
        },
      ],
      nothing,
    );
  },
  async title(ctx, id) {
    const shown = await getApproval.call(ctx, { id });
    return shown && `Approval ${shown.approval.number} ${shown.told.what}`;
  },
  async show(ctx, id) {
    const { shown, events } = await openApproval.call(ctx, { id });
    return ownCard(shown, events, { now: ctx.now, timeZone: ctx.actor.timeZone });
  },
};

function nothing(error: unknown) {
  if (error instanceof Refusal && error.kind === 'not-found') return [];
  throw error;
}
