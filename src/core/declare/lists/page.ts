import { mostNumber } from '../../tokens/carried.ts';
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

/** A place that a button could not carry would make one that nobody can read. */
function carried(place: Place): Place {
  if (place.some((part) => !(Math.abs(part) <= mostNumber)))
    throw new Error(`A list has the place ${place}, which no button carries.`);
  return place;
}

/** Reads one page. Pages begin after a row, not at a number, so new rows between two presses move no other row. */
export async function readPage<Row, Filter>(
  filter: Paged<Filter>,
  { size, read, count, placeOf }: PageReader<Row, Filter>,
): Promise<Page<Row, Filter>> {
  const [found, total] = await Promise.all([read(filter, size + 1), count({ ...filter, after: null })]);
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  const next = last ? carried(placeOf(last)) : null;
  return { filter, rows, total, next, left: next ? await count({ ...filter, after: next }) : 0 };
}

/** The same of a list so short that all of it is read at once. `fitting`: its rows after `filter.after`, in order. */
export async function pageOf<Row, Filter>(
  filter: Paged<Filter>,
  {
    size,
    fitting,
    placeOf,
  }: Pick<PageReader<Row, Filter>, 'size' | 'placeOf'> & {
    fitting(filter: Paged<Filter>): readonly Row[];
  },
): Promise<Page<Row, Filter>> {
  return await readPage<Row, Filter>(filter, {
    size,
    read: async (asked, limit) => fitting(asked).slice(0, limit),
    count: async (asked) => fitting(asked).length,
    placeOf,
  });
}
