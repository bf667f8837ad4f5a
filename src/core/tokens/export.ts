import { z } from 'zod';

interface ExportDeclaration<Filter extends z.ZodType> {
  /** `<feature>.<noun>`, unique over all features; the file's name begins with the noun. */
  readonly id: string;
  /** The file's title, such as "Issues". */
  readonly title: string;
  /** One row, such as "issue". */
  readonly one: string;
  /** Which rows. */
  readonly filter: Filter;
}

/** A list as a file, declared once: a button asks for it, the feature's reader gives its rows. */
export interface Export<Filter = never> extends ExportDeclaration<z.ZodType<Filter>> {
  /** This list with a filter, to ask for. */
  of(filter: Filter): AskedExport;
}

export interface AskedExport {
  readonly kind: string;
  readonly filter: unknown;
}

export function defineExport<Filter extends z.ZodType>(
  declaration: ExportDeclaration<Filter>,
): Export<z.output<Filter>> {
  return {
    ...declaration,
    filter: declaration.filter as unknown as z.ZodType<z.output<Filter>>,
    of: (filter) => ({ kind: declaration.id, filter }),
  };
}

/** The input of an operation that reads a page of a file. `after`: the place of the last row before it. */
export function exportPageShape<Filter extends z.ZodType, After extends z.ZodType>(
  filter: Filter,
  after: After,
) {
  return z.object({ filter, after: after.nullable(), limit: z.int() });
}
