import { defineStates, type StateTable } from '../../core/tokens/states.ts';

const states = ['waiting', 'sent', 'failed'] as const;
export type State = (typeof states)[number];

export const exportStates: StateTable<State> = defineStates({
  name: 'file export',
  initial: 'waiting',
  arrows: { waiting: ['sent', 'failed'], sent: [], failed: [] },
});

/** A file that somebody waits for. */
export interface WaitingExport {
  readonly id: string;
  readonly kind: string;
  readonly filter: unknown;
  readonly slackUserId: string;
  readonly askedAt: Date;
  readonly attempts: number;
}

/** What was written. */
export interface Written {
  readonly rows: number;
  readonly isCompressed: boolean;
  /** There are further rows. */
  readonly isCut: boolean;
}

/** Nobody waits longer than this, whatever became of the file. */
export const waitsForMs = 3_600_000;
/** More rows are of no use in a spreadsheet. */
export const mostRows = 200_000;
/** One person's files that are written at a time: others wait for theirs too. */
export const mostWaiting = 2;
/**
 * A larger file is compressed, and said to be. All rows that a file holds fit where a row has 160 characters: whoever gets a
 * CSV file opens it with one tap.
 */
export const mostPlainBytes = 32 * 1_048_576;
/** How often a file is begun before its person is told that there will be none. */
export const mostTries = 4;
