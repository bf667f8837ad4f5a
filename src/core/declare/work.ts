import type { MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import { combined, type Effects } from '../runtime/effects.ts';
import type { Refusal } from '../runtime/refusal.ts';
import { recordChanges } from '../runtime/unit.ts';
import type { Work } from '../tokens/work.ts';

/** One piece of work in hand. */
export interface InHand<Data = unknown> {
  readonly id: string;
  readonly subject: string;
  readonly data: Data;
  /** That of the request which queued it. */
  readonly correlationId: string;
}

export interface WorkOutcome extends Effects {
  /** By id, what a piece lacks, such as "sku MUG-01": it is parked until an operation says that it `arrived`. */
  readonly missing?: ReadonlyMap<string, string>;
}

/** Does work. Build it with `works` or `worksTogether`. */
export interface WorkHandler {
  readonly work: Work;
  /** In the transaction that takes the pieces off the list: it may run again for the same pieces after a failure. */
  act(ctx: MutationContext, pieces: readonly InHand[]): Promise<WorkOutcome>;
  /** After a `Refusal` of the piece was rolled back, in a new transaction that takes it off the list. Null: an error. */
  readonly refused: ((ctx: MutationContext, piece: InHand, no: Refusal) => Promise<Effects>) | null;
  /** The same after the database could not hold what the piece says. Null: an error, that is tried again. */
  readonly unfit: ((ctx: MutationContext, piece: InHand) => Promise<Effects>) | null;
}

export interface Missing {
  readonly missing: string;
}

/** Each piece by itself. */
export function works<Data>(
  work: Work<Data>,
  {
    act,
    refused,
  }: {
    act(ctx: MutationContext, piece: InHand<Data>): Promise<Effects | Missing>;
    refused?(ctx: MutationContext, piece: InHand<Data>, no: Refusal): Promise<Effects>;
  },
): WorkHandler {
  const read = (piece: InHand) => ({ ...piece, data: work.data.parse(piece.data) });
  return {
    work: work as unknown as Work,
    async act(ctx, pieces) {
      const missing = new Map<string, string>();
      const effects: Effects[] = [];
      for (const piece of pieces) {
        const own = { ...ctx, correlationId: piece.correlationId };
        const outcome = await act(own, read(piece));
        if ('missing' in outcome) {
          missing.set(piece.id, outcome.missing);
          continue;
        }
        // Each under the request that queued it, and not under that of its batch.
        await recordChanges(own, work.id, outcome.changes);
        effects.push({ ...outcome, changes: [] });
      }
      return { ...combined(...effects), missing };
    },
    refused: refused ? async (ctx, piece, no) => await refused(ctx, read(piece), no) : null,
    unfit: null,
  };
}

/** All pieces of a batch at once, such as in one statement. `unfit`: see `WorkHandler`. */
export function worksTogether<Data>(
  work: Work<Data>,
  act: (ctx: MutationContext, pieces: readonly InHand<Data>[]) => Promise<WorkOutcome>,
  unfit: ((ctx: MutationContext, piece: InHand<Data>) => Promise<Effects>) | null = null,
): WorkHandler {
  const read = (piece: InHand) => ({ ...piece, data: work.data.parse(piece.data) });
  return {
    work: work as unknown as Work,
    act: async (ctx, pieces) => await act(ctx, pieces.map(read)),
    refused: null,
    unfit: unfit ? async (ctx, piece) => await unfit(ctx, read(piece)) : null,
  };
}

/** Small work in great number. */
export const work = contribution<WorkHandler>('work');
