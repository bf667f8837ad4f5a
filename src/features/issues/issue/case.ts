import type { CaseKind } from '../../../cases/case-kind.ts';
import type { EventKind } from './event-model.ts';
import { appendEvent } from './event-store.ts';
import { issueFacts } from './facts-model.ts';
import type { Issue } from './model.ts';
import { issueCard, issueLine, issueTold } from './notifications.ts';
import { findIssue, issueTable } from './store.ts';

/** An issue has a card where it was raised, with the thread, and copies in its room and with everybody who was asked. */
export const issueCase: CaseKind<
  Issue,
  Pick<Issue, 'id' | 'place' | 'copies' | 'reporter' | 'room'>,
  EventKind
> = {
  table: issueTable,
  facts: issueFacts,
  instead: '`/issue` lists open issues.',
  find: findIssue,
  append: appendEvent,
  card: issueCard,
  line: (eventId, place, { caseId: issue, mentions }, placement) =>
    issueLine.about(eventId, place, { issue, mentions }, placement),
  told: (eventId, user, issue, placement) => issueTold.about(eventId, user, { issue }, placement),
  placesOf: ({ place, room, copies }) => ({
    cards: [...new Set([place, ...(room ? [room] : []), ...copies])],
    lines: [place],
  }),
  ownerOf: ({ reporter }) => reporter,
};
