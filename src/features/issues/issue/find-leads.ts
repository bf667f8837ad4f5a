import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import { leadsAmong } from './leads-rules.ts';
import { listDirecting } from './leads-store.ts';

/** The Slack users who find somebody for an issue of the department. */
export async function findLeads(
  ctx: MutationContext,
  department: Department,
  besides: string | null = null,
): Promise<readonly string[]> {
  return leadsAmong(await listDirecting(ctx.tx), department, besides);
}
