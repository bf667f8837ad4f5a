import type { Scope, Tx } from '../core/runtime/database.ts';
import type { Notification, NotificationKind, Placement } from '../core/tokens/notification.ts';
import type { CaseTable } from './hold-store.ts';
import type { EventRow, Somebody } from './model.ts';

/** How the cases of one kind are found. */
export interface FoundCases<Case> {
  readonly table: CaseTable;
  /** What somebody may do who looked for one that is not there. */
  readonly instead: string;
  find(scope: Scope, id: string): Promise<Case | null>;
}

/** How what happens to them is recorded and shown. `Shown`: what has to be known of a case for that. */
export interface ShownCases<Shown, Event extends string> {
  readonly table: CaseTable;
  append(tx: Tx, event: EventRow<Event>): Promise<void>;
  readonly card: NotificationKind<Record<string, never>>;
  /** An event as a line under the card. */
  line(eventId: string, place: string, facts: LineFacts, placement: Placement): Notification;
  /** An event as a direct message. */
  told(eventId: string, slackUserId: string, caseId: string, placement: Placement): Notification;
  placesOf(shown: Shown): Places;
  /** Who hears when a message about it cannot be sent. */
  ownerOf(shown: Shown): Somebody | null;
}

export interface LineFacts {
  readonly caseId: string;
  readonly mentions: string[];
}

/** Where a case is shown: its living card, and the lines of its thread. */
export interface Places {
  readonly cards: readonly string[];
  readonly lines: readonly string[];
}

/**
 * A kind of case: what people ask for, raise or plan, with a number, states, a card with a thread, and a record of
 * events. Declared once by its feature; holding, recording and telling are the same for all kinds.
 */
export interface CaseKind<Case extends Shown, Shown, Event extends string>
  extends FoundCases<Case>,
    ShownCases<Shown, Event> {}
