import type { CaseEvent, NewEvent } from '../../../cases/model.ts';

export type EventKind =
  | 'asked'
  | 'automatic'
  | 'approved'
  | 'stage filled'
  | 'rejected'
  | 'overridden'
  | 'asked again'
  | 'done'
  | 'failed'
  | 'tried again'
  | 'question'
  | 'answer'
  | 'withdrawn'
  | 'given up'
  | 'reminded'
  | 'put off'
  | 'taken up'
  | 'expired'
  | 'undo asked'
  | 'undone';

/** `about`: in whose place it was said, or whose yes does not count any more. */
export type ApprovalEvent = CaseEvent<EventKind>;

/** `after.inPlaceOf`: the id of the person whose right was used, where it was not their own. */
export type NewApprovalEvent = NewEvent<EventKind>;
