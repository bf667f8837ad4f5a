import { hold } from '../../../cases/hold.ts';
import type { SelectedRow } from '../../../core/declare/lists/listing.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { issueCase } from '../issue/case.ts';
import { selectedIssue } from './selected.ts';

/** An issue as it stands among many, held until the transaction ends; null: it is gone. */
export async function lookAtIssue(ctx: MutationContext, id: string): Promise<SelectedRow | null> {
  try {
    return selectedIssue(await hold(ctx, issueCase, id));
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not-found') return null;
    throw error;
  }
}
