import { z } from 'zod';
import type { Change } from '../../../core/runtime/change.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { day } from '../../../core/time/shapes.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { servicesOf } from '../../carriers/index.ts';
import type { PromiseRule } from '../fold/input-model.ts';
import { setPromiseRules } from '../permissions.ts';
import { ruleDraft } from './draft-model.ts';
import { getRule } from './get.ts';
import { type ServiceName, tellRule } from './model.ts';
import { hasEnded, laterOneThere, noSuchService, todayOrLater } from './refusals.ts';
import { revived, succeeds } from './rules.ts';
import { deleteRule, lockRules, promiseRules, writeRules } from './store.ts';

/** A rule from a day on. What was in force for the same orders ends the day before: a promise made stays as it was. */
export const addRule = mutation({
  name: 'orders.add-promise-rule',
  permission: setPromiseRules,
  // The form's own shape has read the country by then.
  input: ruleDraft.extend({ country: z.string().nullable() }),
  first: lockRules,
  async run(ctx, { service: serviceId, from, ...draft }) {
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const services = await servicesOf(ctx.tx);
    const service = services.find(({ id }) => id === serviceId) ?? null;
    if (serviceId !== null && !service) throw atInput('service', noSuchService);
    const validFrom = from ?? today;
    if (validFrom < today) throw atInput('from', todayOrLater);
    const wanted: PromiseRule = { ...draft, id: ctx.ids.uuid(ctx.now), serviceId, validFrom, validTo: null };
    const next = succeeds(await promiseRules(ctx.tx), wanted);
    if (next.is === 'later one there') throw atInput('from', laterOneThere(next.from));
    if (next.is === 'same') return { result: { id: next.rule.id }, changes: [] };
    await writeRules(ctx.tx, next.rules);
    const rule = next.rules.at(-1) ?? wanted;
    const subject = { kind: 'promise rule', id: rule.id };
    const before = next.before && tellRule(next.before, service);
    return { result: { id: rule.id }, changes: [{ subject, before, after: tellRule(rule, service) }] };
  },
});

/** Its last day; null: today. One that has not begun by then is taken back, and the one that it was to follow goes on. */
export const endRule = mutation({
  name: 'orders.end-promise-rule',
  permission: setPromiseRules,
  input: z.object({ id: z.uuid(), last: day.nullable() }),
  first: lockRules,
  async run(ctx, { id, last }) {
    const { rule, service, state } = await getRule.call(ctx, { id });
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const validTo = last ?? today;
    if (state === 'ended') throw atInput('last', hasEnded(rule.validTo ?? ''));
    if (validTo < today) throw atInput('last', todayOrLater);
    if (validTo < rule.validFrom) return await takenBack(ctx, rule, service);
    if (rule.validTo === validTo) return { result: { id }, changes: [] };
    const after = { ...rule, validTo };
    await writeRules(ctx.tx, [after]);
    return { result: { id }, changes: [changeOf(rule, after, service)] };
  },
});

async function takenBack(ctx: MutationContext, rule: PromiseRule, service: ServiceName | null) {
  const all = await promiseRules(ctx.tx);
  const goesOn = revived(all, rule);
  const ended = all.find(({ id }) => id === goesOn?.id);
  await deleteRule(ctx.tx, rule.id);
  if (goesOn) await writeRules(ctx.tx, [goesOn]);
  return {
    result: { id: rule.id },
    changes: [changeOf(rule, null, service), ...(goesOn && ended ? [changeOf(ended, goesOn, service)] : [])],
  };
}

function changeOf(before: PromiseRule, after: PromiseRule | null, service: ServiceName | null): Change {
  const subject = { kind: 'promise rule', id: before.id };
  return { subject, before: tellRule(before, service), after: after && tellRule(after, service) };
}
