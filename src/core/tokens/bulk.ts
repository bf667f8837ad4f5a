import { z } from 'zod';
import { defineAction } from './action.ts';
import type { JsonObject } from './json.ts';

/** Selects all rows of a list, to act on them at once. */
export const selectAllAction = defineAction({
  id: 'bulk.select',
  version: 1,
  value: z.object({ kind: z.string(), filter: z.unknown() }),
});

/** What the button of an act on a selection carries. */
export const selectionShape = z.object({ selection: z.uuid(), count: z.int() });
export type Selected = z.output<typeof selectionShape>;

interface BulkDeclaration<Params extends z.ZodType> {
  /** `bulk.<verb>-<rows>`, unique over all features. */
  readonly id: string;
  /** Of the list whose rows it acts on. */
  readonly list: string;
  /** The same for every row, in JSON: ids and words. */
  readonly params: Params;
}

/** Something to do with every row of a selection, declared once. */
export interface Bulk<Params = never> extends BulkDeclaration<z.ZodType<Params>> {
  with(params: Params): AskedBulk;
}

export interface AskedBulk {
  readonly action: string;
  readonly params: JsonObject;
}

export function defineBulk<Params extends z.ZodType>(
  declaration: BulkDeclaration<Params>,
): Bulk<z.output<Params>> {
  return {
    ...declaration,
    params: declaration.params as unknown as z.ZodType<z.output<Params>>,
    with: (params) => ({ action: declaration.id, params: params as JsonObject }),
  };
}
