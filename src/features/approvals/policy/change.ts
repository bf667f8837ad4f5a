import { z } from 'zod';
import { demand, refusalFor } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { mentionOf } from '../../../core/text/words.ts';
import { findPeople } from '../../people/index.ts';
import { changePolicy } from '../permissions.ts';
import { type ReadDraft, readRule, readStage, ruleDraft, stageDraft } from './draft.ts';
import type { Policy, Rule } from './model.ts';
import { draftSentences, mostRules, type RuleNo, ruleSentences, whyNotMove } from './refusals.ts';
import { amend } from './save-version.ts';

/** The version of the policy that the form or button showed. */
const opened = z.int();
const index = z.int().min(0);
/** How many stages the form shows. */
const stagesInForm = 2;

/** Saves a new rule at a place, or a changed one. */
export const saveRule = mutation({
  name: 'approvals.save-rule',
  permission: changePolicy,
  input: ruleDraft.extend({ version: opened, rule: index.nullable(), place: index.nullable() }),
  async run(ctx, { version, rule: at, place, ...draft }) {
    const personOf = await personsOf(ctx, [...draft.people1, ...draft.people2]);
    return await amend(ctx, version, ({ rules, otherwise }, { references, currency }) => {
      const before = at === null ? null : ruleAt(ctx, rules, at);
      const laterStages = before?.stages.slice(stagesInForm) ?? [];
      const { suppliers } = references;
      const after = demandRead(ctx, readRule(draft, { currency, suppliers, personOf, laterStages }));
      const filledIn = at ?? Math.min(place ?? rules.length, rules.length);
      const isTooMany = at === null && rules.length >= mostRules;
      demandRule(ctx, isTooMany ? 'is one too many' : null, { at: filledIn, name: after.name });
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

/** Moves a rule one place up or down: the first rule that matches decides. */
export const moveRule = mutation({
  name: 'approvals.move-rule',
  permission: changePolicy,
  input: z.object({ version: opened, rule: index, by: z.union([z.literal(-1), z.literal(1)]) }),
  run: async (ctx, { version, rule: at, by }) =>
    await amend(ctx, version, ({ rules, otherwise }) => {
      const moved = ruleAt(ctx, rules, at);
      const to = at + by;
      demandRule(ctx, whyNotMove(to, rules.length), { at, name: moved.name });
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
      const before = ruleAt(ctx, rules, at);
      return {
        policy: { rules: rules.toSpliced(at, 1), otherwise },
        note: `Removed rule ${at + 1}, “${before.name}”`,
        before,
        after: null,
      };
    }),
});

/** Saves the default approvers: who decides what no rule matches. */
export const saveRest = mutation({
  name: 'approvals.save-rest',
  permission: changePolicy,
  input: stageDraft.extend({ version: opened }),
  async run(ctx, { version, ...draft }) {
    const personOf = await personsOf(ctx, draft.people1);
    return await amend(ctx, version, ({ rules, otherwise }: Policy) => {
      const after = demandRead(ctx, readStage(draft, { personOf }));
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

function ruleAt(ctx: Context, rules: readonly Rule[], at: number): Rule {
  const rule = rules[at];
  if (!rule) throw refusalFor('is not there', ruleSentences, { at, name: '' }, actingReaderOf(ctx));
  return rule;
}

function demandRule(
  ctx: Context,
  no: RuleNo | null,
  rule: { readonly at: number; readonly name: string },
): void {
  demand(no, ruleSentences, rule, actingReaderOf(ctx));
}

function demandRead<T>({ workspace }: Context, draft: ReadDraft<T>): T {
  if ('value' in draft) return draft.value;
  const fields = Object.fromEntries(
    Object.entries(draft.faults).map(([field, no]) => [field, draftSentences[no](workspace.currency)]),
  );
  throw new Refusal('invalid', Object.values(fields)[0] ?? 'That does not fit.', { fields });
}

/** Two accounts of one person give the same id: the person is named once. */
async function personsOf(ctx: MutationContext, slackUsers: readonly string[]): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const id of new Set(slackUsers)) {
    const [member] = await findPeople.call(ctx, { text: mentionOf(id) });
    if (member) persons.set(id, member.personId);
  }
  return persons;
}
