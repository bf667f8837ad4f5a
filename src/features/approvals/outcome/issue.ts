import type { MutationContext } from '../../../core/runtime/context.ts';
import { resolveMatter } from '../../issues/index.ts';
import type { Approval } from '../request/model.ts';

/** What the issue of a request is raised under whose effect has failed. */
export function matterOf(approvalId: string): string {
  return `approval ${approvalId}`;
}

/** Nobody has to see to what failed any more: the issue that it was raised as is over, where there is one. */
export async function resolveLinkedIssue(
  ctx: MutationContext,
  { id, number }: Pick<Approval, 'id' | 'number'>,
  code: 'fixed' | 'will not be fixed',
  what: string,
): Promise<void> {
  await resolveMatter.call(ctx, { matter: matterOf(id), code, note: `Approval ${number} ${what}.` });
}
