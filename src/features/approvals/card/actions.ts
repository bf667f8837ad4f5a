import { z } from 'zod';
import { pressedCase } from '../../../cases/actions.ts';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { listStates, whoseChoices } from '../request/list-filter.ts';

/** `round`: the round that the card showed. */
const seen = pressedCase.extend({ round: z.int() });

export const approveAction = defineAction({ id: 'approvals.approve', version: 1, value: seen });
/** These open forms. */
export const rejectAction = defineAction({ id: 'approvals.reject', version: 1, value: seen });
export const questionAction = defineAction({ id: 'approvals.question', version: 1, value: pressedCase });
export const answerAction = defineAction({ id: 'approvals.answer', version: 1, value: pressedCase });
/** Rare choices, behind three dots. */
export const moreAction = defineAction({
  id: 'approvals.more',
  version: 1,
  value: seen.extend({ what: z.enum(['withdraw', 'glass']) }),
});
export const tryAgainAction = defineAction({ id: 'approvals.try-again', version: 1, value: pressedCase });
export const giveUpAction = defineAction({ id: 'approvals.give-up', version: 1, value: pressedCase });
/** Cards of any feature may offer it for what was approved automatically. */
export const undoAction = defineAction({ id: 'approvals.undo', version: 1, value: pressedCase });
/** Shows a request, in place of the list it was picked from or beside a message that stays. */
export const showApproval = defineAction({
  id: 'approvals.show',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
/** Shows the open requests about a subject, beside the subject's card. */
export const pendingAction = defineAction({
  id: 'approvals.pending',
  version: 1,
  value: z.object({ subject: z.uuid() }),
});
const filter = z.object({
  state: z.enum(listStates),
  kind: z.string().nullable(),
  whose: z.enum(whoseChoices),
});
/** A page of the list: menus narrow it, a button turns the page. */
export const listAction = defineListAction({ id: 'approvals.list', version: 1, filter });
/** The whole list as a file. */
export const exportAction = defineAction({ id: 'approvals.export', version: 1, value: filter });
/** Opens the form of a free-form request. */
export const askAction = defineAction({ id: 'approvals.ask', version: 1, value: z.object({}) });
