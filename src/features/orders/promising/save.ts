import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { day } from '../../../core/time/shapes.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { servicesOf } from '../../carriers/index.ts';
import type { PromiseRule } from '../fold/input-model.ts';
import { setPromiseRules } from '../permissions.ts';
import { ruleDraft } from './draft-model.ts';
import { getRule } from './get.ts';
import { tellRule } from './model.ts';
import { hasEnded, laterOneThere, noSuchService, todayOrLater } from './refusals.ts';
import { succeeds } from './rules.ts';
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

/** Its last day; null: today. One that has not begun by then is taken back. */
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
    const isTakenBack = validTo < rule.validFrom;
    const isSame = rule.validTo === validTo;
    if (isTakenBack) await deleteRule(ctx.tx, id);
    else if (!isSame) await writeRules(ctx.tx, [{ ...rule, validTo }]);
    const after = isTakenBack ? null : tellRule({ ...rule, validTo }, service);
    const change = { subject: { kind: 'promise rule', id }, before: tellRule(rule, service), after };
    return { result: { isTakenBack }, changes: isSame ? [] : [change] };
  },
});
