import type { MutationContext } from '../../../core/runtime/context.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { valueWords } from '../card/words.ts';
import { usualPeriod, usualUntilNow } from '../days/period.ts';
import type { Figure } from '../figure/model.ts';
import { figureOf, keepingOf } from '../figure/read.ts';
import { fewest } from '../figure/rules.ts';
import { isFarOff } from '../targets/far.ts';
import type { TargetRow } from '../targets/model.ts';
import { verdictOf } from '../targets/rules.ts';
import { cutWords, goalTyped, goalWords } from '../targets/words.ts';
import { farOff } from './refusals.ts';

/** Refuses a target that is far from where the figure has stood lately, unless whoever sets it has said that it is meant. */
export async function demandMeant(
  ctx: MutationContext,
  kpi: Kpi,
  { cut, target, limit, currency }: TargetRow,
  today: string,
): Promise<void> {
  if (target === null) return;
  const { generation } = await keepingOf(ctx, kpi);
  const isNow = kpi.measure.kind === 'standing';
  const days = isNow ? usualUntilNow(today) : usualPeriod(today);
  const figure = await figureOf(ctx, { kpi, generation, days, cut });
  const verdict = verdictOf(figure, { target, limit, currency, since: null }, today);
  if (!verdict || !isEnough(figure) || !isFarOff(kpi, verdict)) return;
  throw atInput(
    'target',
    farOff({
      goal: goalWords(kpi, target, currency),
      typed: goalTyped(kpi, target, currency),
      about: cut ? `${kpi.name}, ${cutWords(kpi, cut)}` : kpi.name,
      stands: `${valueWords(kpi, figure)} ${isNow ? 'now' : 'in the last 30 days'}`,
    }),
  );
}

/** Of few nobody knows where it stands. */
function isEnough({ kpi: { measure }, totals: [total] }: Figure): boolean {
  if (measure.kind !== 'share' && measure.kind !== 'spread') return true;
  return (total?.d ?? 0n) >= BigInt(fewest);
}
