import type { Page, Paged, Place } from '../../tokens/page.ts';

export interface PageReader<Row, Filter> {
  /** Lines on a page. */
  readonly size: number;
  /** Rows in order, after `filter.after`. */
  read(filter: Paged<Filter>, limit: number): Promise<readonly Row[]>;
  /** The number of rows after `filter.after`; all of them where it is null. */
  count(filter: Paged<Filter>): Promise<number>;
  placeOf(row: Row): Place;
}

/** Reads one page. Pages begin after a row, not at a number, so new rows between two presses move no other row. */
export async function readPage<Row, Filter>(
  filter: Paged<Filter>,
  { size, read, count, placeOf }: PageReader<Row, Filter>,
): Promise<Page<Row, Filter>> {
  const [found, total] = await Promise.all([read(filter, size + 1), count({ ...filter, after: null })]);
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  const next = last ? placeOf(last) : null;
  return { filter, rows, total, next, left: next ? await count({ ...filter, after: next }) : 0 };
}
