import type { Context } from '../../runtime/context.ts';
import { contribution } from '../../runtime/contributions.ts';
import type { Operation } from '../../runtime/operation.ts';
import type { Cell } from '../../text/csv.ts';
import type { Export } from '../../tokens/export.ts';
import type { Permission } from '../../tokens/permission.ts';

interface Exporting<Filter, Row, After> {
  /** Reads the rows after a place, in an order in which no row comes twice. Its permission is that of the file. */
  readonly page: Operation<
    { readonly filter: Filter; readonly after: After | null; readonly limit: number },
    readonly Row[]
  >;
  placeOf(row: Row): After;
  /** By title, in this order. Moments are in UTC. */
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
}

/** Reads the rows of a file. Build it with `exporting`. */
export interface ExportHandler {
  readonly kind: Export;
  readonly permission: Permission;
  readonly columns: readonly string[];
  /** At most so many rows, a page at a time, with the rights of the context's actor at each page. */
  pages(ctx: Context, filter: unknown, most: number): AsyncIterable<readonly (readonly Cell[])[]>;
}

const pageSize = 1_000;

export function exporting<Filter, Row, After>(
  kind: Export<Filter>,
  { page, placeOf, columns }: Exporting<Filter, Row, After>,
): ExportHandler {
  return {
    kind: kind as unknown as Export,
    permission: page.permission,
    columns: Object.keys(columns),
    async *pages(ctx, asked, most) {
      const filter = kind.filter.parse(asked);
      let after: After | null = null;
      for (let left = most; left > 0; ) {
        const limit = Math.min(pageSize, left);
        const rows: readonly Row[] = await page.call(ctx, { filter, after, limit });
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map((row) => Object.values(columns).map((cell) => cell(row)));
        if (rows.length < limit) return;
        after = placeOf(last);
        left -= rows.length;
      }
    },
  };
}

/** Lists that can be had as files. */
export const exports = contribution<ExportHandler>('exports');
