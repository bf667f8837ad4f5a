import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';
import { kpiByKey } from '../figure/read.ts';
import { setTargets } from '../permissions.ts';
import type { Aim, TargetRow } from '../targets/model.ts';
import { readGoal } from '../targets/read-goal.ts';
import { aimOn, isWorseThan } from '../targets/rules.ts';
import { lockTargets, putTarget, targetsOf } from '../targets/store.ts';
import { goalWords } from '../targets/words.ts';
import { backdatedFor, hearersOf } from './backdated.ts';
import { keyOf, wholeBusiness } from './choices.ts';
import { demandMeant } from './demand-meant.ts';
import { demandTargetable } from './demand-targetable.ts';
import { targetDraft } from './draft-model.ts';
import { partsWithTargets } from './get.ts';
import type { TargetSet } from './model.ts';
import { limitAlone, limitBetter, noSuchPart, otherMoney, tooFarAhead, tooLongAgo } from './refusals.ts';

const dayMs = 86_400_000;
const mostBefore = 2 * 365;
const mostAhead = 365;

/**
 * Says where a KPI, or a part of it, should be from a day on; null: there is no target from then on. Whoever names a day that
 * has passed has the days since judged by it: the history
 * shows that, and those hear of it who set what held then, and the channel of the department whose figure it is.
 */
export const setTarget = mutation({
  name: 'kpis.set-target',
  permission: setTargets,
  input: targetDraft.extend({ kpi: z.string() }),
  async run(ctx, draft) {
    const kpi = kpiByKey(ctx, draft.kpi);
    demandTargetable(kpi);
    await lockTargets(ctx.tx);
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const cut = await cutMeant(ctx, kpi, draft.scope, today);
    const validFrom = draft.validFrom ?? today;
    const ahead = (Date.parse(validFrom) - Date.parse(today)) / dayMs;
    if (ahead < -mostBefore) throw atInput('validFrom', tooLongAgo);
    if (ahead > mostAhead) throw atInput('validFrom', tooFarAhead);
    const row: TargetRow = { kpi: kpi.key, cut, validFrom, ...goalMeant(ctx, kpi, draft) };
    if (!isSaidTwice(draft.target)) await demandMeant(ctx, kpi, row, today);
    const rows = await targetsOf(ctx.tx, [kpi.key]);
    const before = aimOn(kpi, rows, cut, validFrom);
    const hearers = isSameGoal(row, before) ? [] : await hearersOf(ctx, kpi, row, today);
    await putTarget(ctx.tx, row, {
      note: draft.note || null,
      setById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      setAt: ctx.now,
    });
    const result: TargetSet = { row, before, told: hearers.map(({ name }) => name) };
    const id = cut === null ? kpi.key : `${kpi.key} ${cut.dimension} ${cut.value}`;
    return {
      result,
      changes: [{ subject: { kind: 'kpi target', id }, before: before && told(before), after: told(row) }],
      notifications: backdatedFor(ctx, hearers, row, before),
    };
  },
});

/** Whoever was asked whether it is meant says so. */
const saidTwice = /\s*!\s*$/;
const isSaidTwice = (target: string | null) => saidTwice.test(target ?? '');

function isSameGoal({ target, limit, currency }: TargetRow, before: Aim | null): boolean {
  if (before === null) return target === null;
  return target === before.target && limit === before.limit && currency === before.currency;
}

/** Audit rows hold no bigints. */
function told({
  target,
  limit,
  currency,
  ...from
}: Pick<TargetRow, 'target' | 'limit' | 'currency'> & object) {
  const validFrom = 'validFrom' in from ? String(from.validFrom) : null;
  return { target: target?.toString() ?? null, limit: limit?.toString() ?? null, currency, validFrom };
}

async function cutMeant(ctx: MutationContext, kpi: Kpi, scope: string, today: string): Promise<Cut | null> {
  if (scope === wholeBusiness) return null;
  const cut = (await partsWithTargets(ctx, kpi, today)).find((one) => keyOf(one) === scope);
  if (!cut) throw atInput('scope', noSuchPart);
  return cut;
}

function goalMeant(
  { workspace }: MutationContext,
  kpi: Kpi,
  { target, limit }: { readonly target: string | null; readonly limit: string | null },
): Pick<TargetRow, 'target' | 'limit' | 'currency'> {
  const goal = read(kpi, 'target', target, workspace.currency);
  const worst = read(kpi, 'limit', limit, workspace.currency);
  if (goal === null) {
    if (worst !== null) throw atInput('limit', limitAlone);
    return { target: null, limit: null, currency: '' };
  }
  if (worst !== null && worst.currency !== goal.currency) throw atInput('limit', otherMoney(goal.currency));
  const meant = { target: goal.goal, limit: worst?.goal ?? null };
  if (!isWorseThan(kpi.good, meant))
    throw atInput('limit', limitBetter(kpi.good, goalWords(kpi, goal.goal, goal.currency)));
  return { ...meant, currency: goal.currency };
}

function read(kpi: Kpi, field: 'target' | 'limit', text: string | null, currency: string) {
  if (!text) return null;
  const said = readGoal(kpi, text.replace(saidTwice, ''), currency);
  if ('reason' in said) throw atInput(field, said.reason);
  return said.value;
}
