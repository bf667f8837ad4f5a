import type { Dimension } from '../../../core/tokens/fact.ts';
import { allDays } from '../days/period.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { isReadFromFacts } from './fact-sums-store.ts';
import type { Wanted } from './model.ts';
import type { Asking } from './running.ts';
import { splitBy } from './store.ts';

/** By what a KPI of these days can be split so that it tells anything: not by what has one value in all of them. */
export async function splitsOf(
  { scope }: Pick<Asking, 'scope'>,
  { kpi, generation, days }: Omit<Wanted, 'cut'>,
): Promise<readonly Dimension[]> {
  const { dimensions } = kpi.facts;
  const kept = dimensions.flatMap(({ name }) => (isReadFromFacts(kpi, name) ? [] : [name]));
  // What goes on in these days may have begun before them.
  const from = isOfLasting(kpi) ? allDays.from : days.from;
  const several = await splitBy(scope, { kpi, generation, days: { from, to: days.to } }, kept);
  return dimensions.filter(({ name }) => several.has(name) || !kept.includes(name));
}
