import { type Finder, mostFound } from '../../../core/declare/finder.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { readNumber } from '../../../core/text/case-number.ts';
import { splitWords } from '../../../core/text/words.ts';
import { getApproval, openApproval } from '../card/get.ts';
import type { ShownApproval } from '../card/model.ts';
import { ownCard } from '../card/views.ts';
import { headline, stateWords } from '../card/words-views.ts';
import { seeApprovals } from '../permissions.ts';
import { findApprovals } from './search.ts';

/** Approvals for "find anything". */
export const finder: Finder = {
  kind: 'approval',
  searches: 'approvals',
  permission: seeApprovals,
  async find(ctx, text) {
    const number = readNumber(text);
    if (number === null) {
      const words = splitWords(text).slice(0, 20);
      if (words.length === 0) return [];
      return (await findApprovals.call(ctx, { words })).slice(0, mostFound + 1).map((one) => hit(one, false));
    }
    return await openApproval.call(ctx, { number }).then(({ shown }) => [hit(shown, true)], nothing);
  },
  async title(ctx, id) {
    const shown = await getApproval.call(ctx, { id });
    return shown && `Approval ${shown.approval.number} ${shown.told.what}`;
  },
  async stands(ctx, ids) {
    const all = await Promise.all(ids.map((id) => getApproval.call(ctx, { id })));
    return new Map(
      all.flatMap((shown) => (shown ? [[shown.approval.id, stateWords[shown.approval.state]] as const] : [])),
    );
  },
  async show(ctx, id) {
    const { shown, events } = await openApproval.call(ctx, { id });
    return ownCard(shown, events, { now: ctx.now, timeZone: ctx.actor.timeZone });
  },
};

function hit(shown: ShownApproval, exact: boolean) {
  const { id, number, state } = shown.approval;
  return { kind: 'approval', id, title: `${number} · ${headline(shown)}: ${stateWords[state]}`, exact };
}

function nothing(error: unknown) {
  if (error instanceof Refusal && error.kind === 'not-found') return [];
  throw error;
}
