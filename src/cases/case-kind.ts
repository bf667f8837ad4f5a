import type { Scope, Tx } from '../core/runtime/database.ts';
import type { FactFamily } from '../core/tokens/fact.ts';
import type { Notification, NotificationKind, Placement } from '../core/tokens/notification.ts';
import type { CaseTable } from './hold-store.ts';
import type { EventRow, Somebody } from './model.ts';

/** Finds the cases of one kind. */
export interface FoundCases<Case> {
  readonly table: CaseTable;
  /** The next step for a person whose case does not exist. */
  readonly instead: string;
  find(scope: Scope, id: string): Promise<Case | null>;
}

/** Records and shows the events of a case. `Shown`: the fields of the case this needs. */
export interface ShownCases<Shown, Event extends string> {
  readonly table: CaseTable;
  readonly facts: FactFamily;
  append(tx: Tx, event: EventRow<Event>): Promise<void>;
  readonly card: NotificationKind<Record<string, never>>;
  /** An event as a line under the card. */
  line(eventId: string, place: string, facts: LineFacts, placement: Placement): Notification;
  /** An event as a direct message. */
  told(eventId: string, slackUserId: string, caseId: string, placement: Placement): Notification;
  placesOf(shown: Shown): Places;
  /** The person told if a message about the case cannot be sent. */
  ownerOf(shown: Shown): Somebody | null;
}

export interface LineFacts {
  readonly caseId: string;
  readonly mentions: string[];
}

/** The places of a case: its living cards, and the threads that get its lines. */
export interface Places {
  readonly cards: readonly string[];
  readonly lines: readonly string[];
}

/**
 * A kind of case: a request, an issue, a plan, with a number, states, a card with a thread, and a record of events. Its
 * feature declares it once; locking, recording and notifying are the same for all kinds.
 */
export interface CaseKind<Case extends Shown, Shown, Event extends string>
  extends FoundCases<Case>,
    ShownCases<Shown, Event> {}
