import type { Context } from '../../runtime/context.ts';
import { contribution } from '../../runtime/contributions.ts';
import type { Operation } from '../../runtime/operation.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Cell } from '../../text/csv.ts';
import type { Listing } from '../../tokens/listing.ts';
import type { Permission } from '../../tokens/permission.ts';

/** A row that somebody selected. */
export interface SelectedRow {
  /** Its id. */
  readonly ref: string;
  /** In a line, for people. */
  readonly label: string;
  /** Its state in a few words, such as "new: nobody": a row whose words have changed is left alone. */
  readonly seen: string;
}

type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

interface Reading<Filter, Row, After> {
  /** Reads the rows after a place, in an order in which no row comes twice. Its permission is that of the list. */
  readonly page: Operation<
    { readonly filter: Filter; readonly after: After | null; readonly limit: number },
    readonly Row[]
  >;
  placeOf(row: Row): After;
  /** Of its file, by title, in this order; a function: the filter decides which. Moments are in UTC. */
  readonly columns: Columns<Row> | ((ctx: Context, filter: Filter) => Columns<Row>);
  /** What the file is called, where its filter says more than the list does: "On-time delivery, 1 Nov to 30 Nov". */
  readonly titleOf?: (ctx: Context, filter: Filter) => Promise<string>;
  /** For lists that can be acted on as a whole. */
  readonly select?: (row: Row) => SelectedRow;
}

/** Reads a list as a whole. Build it with `lists`. */
export interface ListHandler {
  readonly kind: Listing;
  readonly permission: Permission;
  /** Of every file of it; none: its filter decides. */
  readonly columns: readonly string[];
  /** Of the file of a filter. */
  columnsOf(ctx: Context, filter: unknown): readonly string[];
  /** Null: the list is called the same whatever its filter. */
  titleOf(ctx: Context, filter: unknown): Promise<string | null>;
  /** At most so many rows, a page at a time, with the rights of the context's actor at each page. */
  pages(ctx: Context, filter: unknown, most: number): AsyncIterable<readonly (readonly Cell[])[]>;
  /** The same as rows to act on. */
  selected(ctx: Context, filter: unknown, most: number): AsyncIterable<readonly SelectedRow[]>;
}

const pageSize = 1_000;

export function lists<Filter, Row, After>(
  kind: Listing<Filter>,
  { page, placeOf, columns, titleOf, select }: Reading<Filter, Row, After>,
): ListHandler {
  async function* rowsOf(ctx: Context, asked: unknown, most: number) {
    const filter = kind.filter.parse(asked);
    let after: After | null = null;
    for (let left = most; left > 0; ) {
      const limit = Math.min(pageSize, left);
      const rows: readonly Row[] = await page.call(ctx, { filter, after, limit });
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      if (rows.length < limit) return;
      after = placeOf(last);
      left -= rows.length;
    }
  }
  const columnsFor = (ctx: Context, filter: unknown) =>
    typeof columns === 'function' ? columns(ctx, kind.filter.parse(filter)) : columns;
  return {
    kind: kind as unknown as Listing,
    permission: page.permission,
    columns: typeof columns === 'function' ? [] : Object.keys(columns),
    columnsOf: (ctx, filter) => Object.keys(columnsFor(ctx, filter)),
    titleOf: async (ctx, filter) => (await titleOf?.(ctx, kind.filter.parse(filter))) ?? null,
    async *pages(ctx, filter, most) {
      const cells = Object.values(columnsFor(ctx, filter));
      for await (const rows of rowsOf(ctx, filter, most))
        yield rows.map((row) => cells.map((cell) => cell(row)));
    },
    async *selected(ctx, filter, most) {
      if (!select) throw new Error(`${kind.id} cannot be acted on as a whole.`);
      for await (const rows of rowsOf(ctx, filter, most)) yield rows.map(select);
    },
  };
}

/** Lists of features as a whole. */
const listings = contribution<ListHandler>('lists');

/** The filter as its list reads it. Throws a `Refusal` for one of another release. */
export function demandFilter({ kind }: ListHandler, filter: unknown): void {
  if (!kind.filter.safeParse(filter).success)
    throw new Refusal('invalid', 'That list has changed since.', { next: 'Open it again.' });
}

export function listingOf({ engine }: Context, kind: string): ListHandler {
  const handler = engine.contributions.of(listings).find((one) => one.kind.id === kind);
  // During a roll-out a newer version may run beside us and know the list: a job is retried.
  if (!handler) throw new Error(`No feature has the list ${kind}.`);
  return handler;
}
