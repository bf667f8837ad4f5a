import type { CaseKind } from '../../../cases/case-kind.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { EventKind } from './event-model.ts';
import { appendEvent } from './event-store.ts';
import { approvalFacts } from './facts-model.ts';
import type { Approval } from './model.ts';
import { approvalCard, approvalLine, approvalTold } from './notifications.ts';
import { approvalTable, findApproval } from './store.ts';

/** A request has cards in the approvals channel and with everybody who was asked; only channels have threads. */
export const approvalCase: CaseKind<Approval, Pick<Approval, 'id' | 'places' | 'requester'>, EventKind> = {
  table: approvalTable,
  facts: approvalFacts,
  instead: '`/approval` lists those that wait.',
  find: findApproval,
  append: appendEvent,
  card: approvalCard,
  line: (eventId, place, { caseId: approval, mentions }, placement) =>
    approvalLine.about(eventId, place, { approval, mentions }, placement),
  told: (eventId, user, approval, placement) => approvalTold.about(eventId, user, { approval }, placement),
  placesOf: ({ places }) => ({ cards: places, lines: places.filter(isChannel) }),
  ownerOf: ({ requester }) => requester,
};
