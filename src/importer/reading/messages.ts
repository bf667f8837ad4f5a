import type { RefusalKind } from '../../core/runtime/refusal.ts';
import type { PackedRecords } from './packed.ts';
import type { Reading } from './reader.ts';
import type { Phase } from './rows.ts';

/** What the reading thread is started with: kinds have functions, which no thread can be sent. */
export interface ThreadData extends Omit<Reading, 'kinds'> {
  readonly kinds: readonly string[];
}

/** Begins a pass over the file, or makes room for one more piece. */
export type ToThread = { readonly is: 'pass'; readonly phase: Phase } | { readonly is: 'room' };

export type FromThread =
  | { readonly is: 'piece'; readonly records: PackedRecords; readonly bytes: number }
  | { readonly is: 'end' }
  | {
      readonly is: 'refused';
      readonly kind: RefusalKind;
      readonly message: string;
      readonly next: string | undefined;
    }
  | { readonly is: 'failed'; readonly error: unknown };

/** Pieces on their way: reading goes on while the database takes a batch, and waits before the file fills the memory. */
export const mostPieces = 40;
