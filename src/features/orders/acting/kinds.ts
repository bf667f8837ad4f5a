import { type ApprovalKind, defineApproval } from '../../../core/tokens/approval.ts';
import {
  type Act,
  type ActFacts,
  type ActRequest,
  actFacts,
  cancelRequest,
  changeRequest,
  refundRequest,
  reshipRequest,
} from './model.ts';

const lead = { role: 'lead', needs: 1 } as const;
const manager = { role: 'manager', needs: 1 } as const;
const about = { facts: actFacts, expiresInWorkingHours: 4, undoMinutes: 15 };

/** Hold, release, re-promise, expedite: what costs no money. */
export const changeKind = defineApproval({
  ...about,
  id: 'orders.change',
  title: 'Order change',
  request: changeRequest,
  measures: ['quantity', 'amount', 'location'],
  rules: [{ name: 'change of one order', quantityAtMost: 1, by: null, breakGlass: true }],
});

export const cancelKind = defineApproval({
  ...about,
  id: 'orders.cancel',
  title: 'Order cancellation',
  request: cancelRequest,
  measures: ['amount', 'location'],
  // Before it is packed, nobody is asked.
  rules: [{ name: 'cancellation of a packed order', by: lead, breakGlass: true }],
});

export const reshipKind = defineApproval({
  ...about,
  id: 'orders.reship',
  title: 'Replacement order',
  request: reshipRequest,
  measures: ['quantity', 'amount', 'location'],
  rules: [
    { name: 'small replacement', amountAtMost: 50, dayAmountAtMost: 150, by: null, breakGlass: true },
    { name: 'replacement', dayAmountAtMost: 250, by: lead, breakGlass: true },
    { name: 'large replacement', by: manager, breakGlass: true, directly: true },
  ],
});

export const refundKind = defineApproval({
  ...about,
  id: 'orders.refund',
  title: 'Refund',
  request: refundRequest,
  measures: ['amount', 'location'],
  rules: [
    { name: 'small refund', amountAtMost: 50, dayAmountAtMost: 150, by: null, breakGlass: false },
    { name: 'refund', dayAmountAtMost: 250, by: lead, breakGlass: false },
    { name: 'large refund', by: manager, breakGlass: false, directly: true },
  ],
});

/** The ids of all of them. */
export const actKinds = [changeKind.id, cancelKind.id, reshipKind.id, refundKind.id];

/** Which kind of approval an act is. */
export const kindOf: Readonly<Record<Act, ApprovalKind<ActRequest, ActFacts>>> = {
  hold: changeKind as ApprovalKind<ActRequest, ActFacts>,
  release: changeKind as ApprovalKind<ActRequest, ActFacts>,
  promise: changeKind as ApprovalKind<ActRequest, ActFacts>,
  expedite: changeKind as ApprovalKind<ActRequest, ActFacts>,
  cancel: cancelKind as unknown as ApprovalKind<ActRequest, ActFacts>,
  reship: reshipKind as unknown as ApprovalKind<ActRequest, ActFacts>,
  refund: refundKind as unknown as ApprovalKind<ActRequest, ActFacts>,
};
