import { z } from 'zod';
import { type Action, defineAction } from './action.ts';

/** The last line of a page, by what its list is sorted by: its rank, the first 0, and then its number, the newest first. */
export type Place = [rank: number, number: number];

const place = z.tuple([z.int(), z.int()]).nullable();

/** What a list shows. The menus below it change the filter, its button goes on after a place. */
export type Paged<Filter> = Filter & { readonly after: Place | null };

/** One page of a list, and how much else there is. */
export interface Page<Row, Filter> {
  readonly filter: Paged<Filter>;
  readonly rows: readonly Row[];
  /** With this filter, on all pages. */
  readonly total: number;
  /** On the pages after this one. */
  readonly left: number;
  /** Where the next page begins; null on the last. */
  readonly next: Place | null;
}

/** What an operation takes that reads a page. */
export function pagedShape<Shape extends z.core.$ZodLooseShape>(filter: z.ZodObject<Shape>) {
  return filter.extend({ after: place });
}

/** The action of a list's menus and of its button for the next page. */
export function defineListAction<Shape extends z.core.$ZodLooseShape>(declaration: {
  readonly id: string;
  readonly version: number;
  readonly filter: z.ZodObject<Shape>;
}): Action<z.output<ReturnType<typeof pagedShape<Shape>>>> {
  const { filter, ...token } = declaration;
  return defineAction({ ...token, value: pagedShape(filter) });
}
