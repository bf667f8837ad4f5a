import type { MutationContext } from '../../../core/runtime/context.ts';
import { resolveMatter } from '../../issues/index.ts';
import type { Approval } from '../request/model.ts';

/** The matter of the issue about a failed request. */
export function matterOf(approvalId: string): string {
  return `approval ${approvalId}`;
}

/** Resolves the issue about a failed request, if there is one. */
export async function resolveLinkedIssue(
  ctx: MutationContext,
  { id, number }: Pick<Approval, 'id' | 'number'>,
  code: 'fixed' | 'will not be fixed',
  what: string,
): Promise<void> {
  await resolveMatter.call(ctx, { matter: matterOf(id), code, note: `Approval ${number} ${what}.` });
}
