import type { MutationContext } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import type { FoundCases } from './case-kind.ts';
import { holdRowIfFree, holdRows } from './hold-store.ts';

/** Locks the case for this transaction and reads it. */
export async function hold<Case>(ctx: MutationContext, kind: FoundCases<Case>, id: string): Promise<Case> {
  await holdRows(ctx.tx, kind.table, [id]);
  const found = await kind.find(ctx.tx, id);
  if (!found) throw notThere(kind);
  return found;
}

/**
 * The same for due work, without waiting: a press locks the case and then its due work, which this transaction holds,
 * so waiting here would deadlock. 'busy': another transaction has the case.
 */
export async function holdIfFree<Case>(
  ctx: MutationContext,
  kind: FoundCases<Case>,
  id: string,
): Promise<Case | null | 'busy'> {
  const free = await holdRowIfFree(ctx.tx, kind.table, id);
  const found = await kind.find(ctx.tx, id);
  return found && !free ? 'busy' : found;
}

/** The refusal for a number or a button whose case does not exist. */
export function notThere(
  { table: { name }, instead }: Pick<FoundCases<unknown>, 'table' | 'instead'>,
  number?: number,
) {
  const sentence = number === undefined ? `That ${name} is not there.` : `There is no ${name} ${number}.`;
  return new Refusal('not-found', sentence, { next: instead });
}
