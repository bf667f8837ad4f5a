import type { Context } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import type { UnitOptions } from '../core/runtime/unit.ts';
import { takeImportTurn } from '../db/import-turn.ts';

/** Shorter than a batch's transaction may take. */
const longestWaitMs = 45_000;

/** Imports of a workspace write one batch after the other; one that would wait too long is refused. */
export function inTurn(
  { engine: { database } }: Context,
  waitMs = longestWaitMs,
): Pick<UnitOptions, 'first'> {
  return {
    async first(tx) {
      try {
        await takeImportTurn(tx, waitMs);
      } catch (error) {
        if (database.trouble(error) !== 'busy') throw error;
        throw new Refusal('unavailable', 'Another import is loading everything at once.', {
          next: 'Start this one again when it is done: what was loaded stays, and importing the file again changes no row of it.',
        });
      }
    },
  };
}
