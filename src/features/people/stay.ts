import type { MutationContext } from '../../core/runtime/context.ts';
import { holdPerson } from './store.ts';

/**
 * Whether somebody is still here, and stays until this transaction has ended: what is given to them now is seen by
 * what follows their departure. Ask it before anything else is held, as their departure does.
 */
export async function staysFor(ctx: MutationContext, personId: string): Promise<boolean> {
  return await holdPerson(ctx.tx, personId);
}
