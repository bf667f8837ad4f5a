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

interface Told<Params> {
  /** Demanded of whoever starts it, and again when it is done. */
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
}

interface ActingOnEach<Params> extends Told<Params> {
  /** The row as it is now, and locked if need be; null: it is gone. */
  look(ctx: MutationContext, ref: string): Promise<SelectedRow | null>;
  /** In a transaction of its own, as the person. Throws a `Refusal` where it cannot be done, `Already` where it is done. */
  act(ctx: MutationContext, ref: string, params: Params): Promise<unknown>;
}

/** The rows of a selection that are still as they were selected. */
export interface SelectedRows {
  readonly selection: string;
  /** Of the list that they were selected from; not read yet. */
  readonly filter: unknown;
  readonly refs: readonly string[];
}

/** What came of an act on all rows. */
export interface Made {
  /** The one issue that was raised for them; null: there was nothing new. */
  readonly issue: { readonly id: string; readonly number: number; readonly title: string } | null;
  /** Of which rows somebody did it before: by ref, who and when. */
  readonly before: ReadonlyMap<string, string>;
}

interface ActingOnAll<Params> extends Told<Params> {
  /** The rows as they are now, by ref; those that are gone are left out. */
  look(ctx: MutationContext, refs: readonly string[]): Promise<ReadonlyMap<string, SelectedRow>>;
  /** In one transaction, as the person. A `Refusal` is for all of them. */
  act(ctx: MutationContext, rows: SelectedRows, params: Params): Promise<Made>;
}

/** How an act goes about it. */
type Acting =
  | ({ readonly on: 'each' } & ActingOnEach<unknown>)
  | ({ readonly on: 'all' } & ActingOnAll<unknown>);

interface BulkAct {
  readonly bulk: Bulk;
  readonly acting: Acting;
}

/** Acts on the rows of a selection. Build its act with `actsOnEach` or `actsOnAll`. */
export interface BulkHandler extends BulkAct {
  /** The button under a selection. */
  readonly label: string;
  readonly press: Action<Selected>;
}

/** Does the same with every row, one after the other. */
export function actsOnEach<Params>(bulk: Bulk<Params>, acting: ActingOnEach<Params>): BulkAct {
  const read = (params: unknown) => bulk.params.parse(params);
  return {
    bulk: bulk as unknown as Bulk,
    acting: {
      ...acting,
      on: 'each',
      tell: (what, params) => acting.tell(what, read(params)),
      act: async (ctx, ref, params) => await acting.act(ctx, ref, read(params)),
    },
  };
}

/** Does one thing about all rows together, such as raising one issue with the list behind it. */
export function actsOnAll<Params>(bulk: Bulk<Params>, acting: ActingOnAll<Params>): BulkAct {
  const read = (params: unknown) => bulk.params.parse(params);
  return {
    bulk: bulk as unknown as Bulk,
    acting: {
      ...acting,
      on: 'all',
      tell: (what, params) => acting.tell(what, read(params)),
      act: async (ctx, rows, params) => await acting.act(ctx, rows, read(params)),
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
