import { z } from 'zod';
import { type Action, defineAction } from './action.ts';

/** A row's position in its list's order: its rank, the first 0, then its number, the newest first. */
export type Place = [rank: number, number: number];

export const placeShape = z.tuple([z.int(), z.int()]);

/** A list's filter and position. Its menus change the filter, its button moves the position. */
export type Paged<Filter> = Filter & { readonly after: Place | null };

/** One page of a list, with the numbers of other rows. */
export interface Page<Row, Filter> {
  readonly filter: Paged<Filter>;
  readonly rows: readonly Row[];
  /** Rows of the filter, on all pages. */
  readonly total: number;
  /** On the pages after this one. */
  readonly left: number;
  /** Where the next page begins; null on the last. */
  readonly next: Place | null;
}

/** The input of an operation that reads a page. */
export function pagedShape<Shape extends z.core.$ZodLooseShape>(filter: z.ZodObject<Shape>) {
  return filter.extend({ after: placeShape.nullable() });
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
