import type { MutationContext } from '../core/runtime/context.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import type { FoundCases } from './case-kind.ts';
import { holdRowIfFree, holdRows } from './hold-store.ts';

/** The case, held for this transaction. */
export async function hold<Case>(ctx: MutationContext, kind: FoundCases<Case>, id: string): Promise<Case> {
  await holdRows(ctx.tx, kind.table, [id]);
  const found = await kind.find(ctx.tx, id);
  if (!found) throw notThere(kind);
  return found;
}

/**
 * The same for due work. Whoever presses holds the case and then waits for its due work, which we hold: waiting for
 * the case in our turn would be for ever. 'busy': another transaction has it in hand.
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

/** Somebody looked for a case by its number, or pressed a button of one, and it is not there. */
export function notThere(
  { table: { name }, instead }: Pick<FoundCases<unknown>, 'table' | 'instead'>,
  number?: number,
) {
  const sentence = number === undefined ? `That ${name} is not there.` : `There is no ${name} ${number}.`;
  return new Refusal('not-found', sentence, { next: instead });
}
