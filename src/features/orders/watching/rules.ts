import type { OrderCard } from '../order/model.ts';
import { type Stage, stages } from '../rules.ts';

/** What a watch compares: the stage, or that it is on hold. */
export type WatchState = Stage | 'on hold';

export function watchState({
  stage,
  onHold,
}: {
  readonly stage: Stage;
  readonly onHold: boolean;
}): WatchState {
  return onHold ? 'on hold' : stage;
}

const told: readonly string[] = ['on hold', 'handed_over', 'delivered', 'returned', 'cancelled'];

/** Told below the card: that it left, came, came back or is cancelled, and each beginning and end of a hold. */
export function isCrossing(before: string, after: string): boolean {
  return before !== after && (told.includes(after) || before === 'on hold');
}

/** Null: a word of another release. */
export function stateOf(word: string): WatchState | null {
  return word === 'on hold' ? word : (stages.find((one) => one === word) ?? null);
}

/** A watched order as its card shows it. */
export interface WatchedOrder {
  readonly order: OrderCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
}
