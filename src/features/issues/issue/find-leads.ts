import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import { leadsAmong } from './leads-rules.ts';
import { listDirecting } from './leads-store.ts';

/** The Slack users who are asked to find an owner: see `leadsAmong`. */
export async function findLeads(
  ctx: MutationContext,
  department: Department,
  besides: string | null = null,
): Promise<readonly string[]> {
  return leadsAmong(await listDirecting(ctx.tx), department, besides);
}
