import type { Context } from '../../../core/runtime/context.ts';
import type { Answer } from '../figure/model.ts';
import { getAims } from '../targets/get.ts';
import type { Aims } from '../targets/model.ts';

/** What a figure and its parts are held against; a part by itself against what was set for it. */
export async function aimsFor(
  ctx: Context,
  { figure: { kpi, days, cut }, parts }: Pick<Answer, 'figure' | 'parts'>,
): Promise<Aims> {
  if (cut === null) return await getAims.call(ctx, { kpi: kpi.key, ...days, by: parts?.by.name ?? null });
  const { parts: own } = await getAims.call(ctx, { kpi: kpi.key, ...days, by: cut.dimension });
  return { whole: own.get(cut.value) ?? null, coming: null, parts: new Map() };
}
