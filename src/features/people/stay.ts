import type { MutationContext } from '../../core/runtime/context.ts';
import { holdPerson } from './store.ts';

/**
 * Whether somebody is still here; locks that until the transaction ends. The hand-over after their departure then sees
 * what they are given now. Call it before any other lock: the departure takes its locks in that order.
 */
export async function staysFor(ctx: MutationContext, personId: string): Promise<boolean> {
  return await holdPerson(ctx.tx, personId);
}
