import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { findPeople } from '../../people/index.ts';
import { changePolicy } from '../permissions.ts';
import { type Read, readRule, readStage, ruleDraft, stageDraft } from './draft.ts';
import type { Policy, Rule } from './model.ts';
import { amend } from './save-version.ts';

const opened = z.int();
const index = z.int().min(0);
/** How many stages the form shows. */
const stagesInForm = 2;
const mostRules = 60;

/** Writes a rule: a new one at a place, or one that is there anew. */
export const saveRule = mutation({
  name: 'approvals.save-rule',
  permission: changePolicy,
  input: ruleDraft.extend({ version: opened, rule: index.nullable(), place: index.nullable() }),
  async run(ctx, { version, rule: at, place, ...draft }) {
    const personOf = await personsOf(ctx, [...draft.people1, ...draft.people2]);
    return await amend(ctx, version, ({ rules, otherwise }, { known, currency }) => {
      const before = at === null ? null : ruleAt(rules, at);
      const laterStages = before?.stages.slice(stagesInForm) ?? [];
      const after = demand(readRule(draft, { currency, suppliers: known.suppliers, personOf, laterStages }));
      if (at === null && rules.length >= mostRules)
        throw new Refusal('invalid', `A policy has at most ${mostRules} rules: remove one first.`);
      const filledIn = at ?? Math.min(place ?? rules.length, rules.length);
      return {
        policy: { rules: rules.toSpliced(filledIn, before ? 1 : 0, after), otherwise },
        note: `${before ? 'Changed' : 'Added'} rule ${filledIn + 1}, “${after.name}”`,
        filledIn,
        before,
        after,
      };
    });
  },
});

/** Which rule comes first decides: one step up or down. */
export const moveRule = mutation({
  name: 'approvals.move-rule',
  permission: changePolicy,
  input: z.object({ version: opened, rule: index, by: z.union([z.literal(-1), z.literal(1)]) }),
  run: async (ctx, { version, rule: at, by }) =>
    await amend(ctx, version, ({ rules, otherwise }) => {
      const moved = ruleAt(rules, at);
      const to = at + by;
      if (to < 0 || to >= rules.length)
        throw new Refusal('conflict', `“${moved.name}” is the ${by < 0 ? 'first' : 'last'} rule already.`);
      return {
        policy: { rules: rules.toSpliced(at, 1).toSpliced(to, 0, moved), otherwise },
        note: `Moved “${moved.name}” from place ${at + 1} to ${to + 1}`,
        before: moved,
        after: moved,
      };
    }),
});

export const removeRule = mutation({
  name: 'approvals.remove-rule',
  permission: changePolicy,
  input: z.object({ version: opened, rule: index }),
  run: async (ctx, { version, rule: at }) =>
    await amend(ctx, version, ({ rules, otherwise }) => {
      const before = ruleAt(rules, at);
      return {
        policy: { rules: rules.toSpliced(at, 1), otherwise },
        note: `Removed rule ${at + 1}, “${before.name}”`,
        before,
        after: null,
      };
    }),
});

/** Who decides what no rule matches. */
export const saveRest = mutation({
  name: 'approvals.save-rest',
  permission: changePolicy,
  input: stageDraft.extend({ version: opened }),
  async run(ctx, { version, ...draft }) {
    const personOf = await personsOf(ctx, draft.people1);
    return await amend(ctx, version, ({ rules, otherwise }: Policy) => {
      const after = demand(readStage(draft, { personOf }));
      return {
        policy: { rules, otherwise: after },
        note: 'Changed who decides the rest',
        filledIn: 'otherwise',
        before: otherwise,
        after,
      };
    });
  },
});

function ruleAt(rules: readonly Rule[], at: number): Rule {
  const rule = rules[at];
  if (!rule) throw new Refusal('not-found', `There is no rule ${at + 1}.`);
  return rule;
}

function demand<T>(read: Read<T>): T {
  if ('value' in read) return read.value;
  throw new Refusal('invalid', Object.values(read.fields)[0] ?? 'That does not fit.', {
    fields: { ...read.fields },
  });
}

/** Several accounts may be one person, who is named once. */
async function personsOf(ctx: MutationContext, slackUsers: readonly string[]): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const id of new Set(slackUsers)) {
    const found = await findPeople.call(ctx, { text: id });
    const member = found.find(({ slackUserId }) => slackUserId === id);
    if (member) persons.set(id, member.personId);
  }
  return persons;
}
