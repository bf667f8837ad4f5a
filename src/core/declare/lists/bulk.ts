import type { Context, MutationContext } from '../../runtime/context.ts';
import { contribution } from '../../runtime/contributions.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Action } from '../../tokens/action.ts';
import type { Bulk, Selected } from '../../tokens/bulk.ts';
import type { Permission } from '../../tokens/permission.ts';
import type { SelectedRow } from './listing.ts';

/** Nothing was to be done with a row: somebody did it before. It says who and when. */
export class Already extends Refusal {
  constructor(said: string) {
    super('conflict', said);
  }
}

interface Acting<Params> {
  /** Demanded of whoever starts it, and again for each row. */
  readonly permission: Permission;
  /** `what`: the rows, such as "46 issues" or "41 of 46 issues". */
  tell(
    what: string,
    params: Params,
  ): {
    /** Completes "Maya asks to …": "mark 46 issues as done". */
    readonly asks: string;
    /** "Marked 41 of 46 issues as done". */
    readonly ended: string;
    /** What is said of rows for which it was done before: completes "38 …", such as "asked for already". */
    readonly already?: string;
    /** What else whoever approves it has to know, by its label. */
    readonly lines?: readonly (readonly [label: string, value: string])[];
  };
  /** The row as it is now, and locked if need be; null: it is gone. */
  look(ctx: MutationContext, ref: string): Promise<SelectedRow | null>;
  /** In a transaction of its own, as the person. Throws a `Refusal` where it cannot be done, `Already` where it is done. */
  act(ctx: MutationContext, ref: string, params: Params): Promise<unknown>;
}

interface BulkAct {
  readonly bulk: Bulk;
  readonly acting: Acting<unknown>;
}

/** Acts on the rows of a selection, one after the other. Build its act with `actsOnEach`. */
export interface BulkHandler extends BulkAct {
  /** The button under a selection. */
  readonly label: string;
  readonly press: Action<Selected>;
}

export function actsOnEach<Params>(bulk: Bulk<Params>, acting: Acting<Params>): BulkAct {
  const read = (params: unknown) => bulk.params.parse(params);
  return {
    bulk: bulk as unknown as Bulk,
    acting: {
      ...acting,
      tell: (what, params) => acting.tell(what, read(params)),
      act: async (ctx, ref, params) => await acting.act(ctx, ref, read(params)),
    },
  };
}

/** What can be done with whole selections. */
export const bulks = contribution<BulkHandler>('bulks');

export function bulkOf({ engine }: Context, action: string): BulkHandler {
  const handler = engine.contributions.of(bulks).find(({ bulk }) => bulk.id === action);
  // During a roll-out a newer version may run beside us and know the act: a job is retried.
  if (!handler) throw new Error(`No feature does ${action}.`);
  return handler;
}
