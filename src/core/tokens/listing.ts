import { z } from 'zod';

interface ListingDeclaration<Filter extends z.ZodType> {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** For people, such as "Issues"; its file is named after it. */
  readonly title: string;
  /** One row, such as "issue". */
  readonly one: string;
  /** Which rows. */
  readonly filter: Filter;
}

/** A list as a whole, declared once: it can be had as a file, and acted on at once. */
export interface Listing<Filter = never> extends ListingDeclaration<z.ZodType<Filter>> {
  /** The rows of a filter. */
  of(filter: Filter): Listed;
}

export interface Listed {
  readonly kind: string;
  readonly filter: unknown;
}

export function defineListing<Filter extends z.ZodType>(
  declaration: ListingDeclaration<Filter>,
): Listing<z.output<Filter>> {
  return {
    ...declaration,
    filter: declaration.filter as unknown as z.ZodType<z.output<Filter>>,
    of: (filter) => ({ kind: declaration.id, filter }),
  };
}

/** The input of an operation that reads a page of the whole list. `after`: the place of the last row before it. */
export function listPageShape<Filter extends z.ZodType, After extends z.ZodType>(
  filter: Filter,
  after: After,
) {
  return z.object({ filter, after: after.nullable(), limit: z.int() });
}
