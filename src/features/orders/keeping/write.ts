import type { MutationContext } from '../../../core/runtime/context.ts';
import type { FactChange } from '../../../core/tokens/fact.ts';
import { orderFacts } from '../facts-model.ts';
import type { StoredLine } from '../rules.ts';
import { writeLines } from './line-store.ts';
import { updateOrders } from './order-store.ts';
import { writeParts } from './parts.ts';
import { differenceOf, isDifferent, type OrderPlan, type Planned } from './plan.ts';
import { same } from './rows.ts';
import { keepStatements } from './statement-store.ts';

/**
 * Writes what differs, in a fixed number of statements, each in one order for everybody. The rows of new orders are there.
 * Answers the orders that changed.
 */
export async function writePlans(
  { tx, now, workspace }: Pick<MutationContext, 'tx' | 'now' | 'workspace'>,
  plans: readonly OrderPlan[],
): Promise<{ readonly changed: readonly OrderPlan[]; readonly facts: readonly FactChange[] }> {
  await keepStatements(
    tx,
    plans.flatMap(({ statements }) => statements),
  );
  const all = plans.map((plan): Planned => ({ plan, difference: differenceOf(plan) }));
  const changed = all.filter(({ difference }) => isDifferent(difference));
  const stored = changed.flatMap(({ plan }) => (plan.before ? [plan.after.order] : []));
  await updateOrders(tx, stored, now);
  await writeLines(tx, workspace.timeZone, lineChanges(changed));
  await writeParts(tx, changed);
  return {
    changed: changed.map(({ plan }) => plan),
    facts: orderFacts.changed(changed.map(({ plan }) => plan.after.order.id)),
  };
}

function lineChanges(changed: readonly Planned[]) {
  const stored: StoredLine[] = [];
  const taken: StoredLine[] = [];
  const lines: StoredLine[] = [];
  for (const { plan, difference } of changed) {
    if (!difference.lines) continue;
    const { before, after } = plan;
    if (!before) {
      for (const line of after.lines) lines.push(line);
      continue;
    }
    const next = new Map(after.lines.map((line) => [line.ordinal, line]));
    const known = new Map(before.lines.map((line) => [line.ordinal, line]));
    for (const line of before.lines) {
      stored.push(line);
      // A place that is another line now: its key may be told of a third.
      if (next.get(line.ordinal)?.lineKey !== line.lineKey) taken.push(line);
    }
    for (const line of after.lines) if (!same(line, known.get(line.ordinal))) lines.push(line);
  }
  return { stored, taken, lines };
}
