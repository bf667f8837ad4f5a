import type { Cell } from '../backlog/model.ts';

/** What has to leave a location soon, and what should have left already. */
export interface DueAt {
  /** Null: nobody has said where these leave. */
  readonly location: { readonly code: string; readonly name: string; readonly timeZone: string } | null;
  /** The location's next; null: nobody collects there. */
  readonly cutOffAt: Date | null;
  readonly cells: readonly Cell[];
}

/** The location with the most to do first. */
export interface DueSoon {
  readonly places: readonly DueAt[];
}
