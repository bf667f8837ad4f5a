import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { takes } from '../../../core/declare/form.ts';
import { matching, suggests } from '../../../core/declare/suggestion.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asking, type Message, privately, replacing } from '../../../core/tokens/reply.ts';
import { seeApprovals } from '../permissions.ts';
import { addRule, restAction, ruleAction, showHistory, showPolicy } from './actions.ts';
import { moveRule, removeRule, saveRest, saveRule } from './change.ts';
import { locationChoices, newRuleFormView, restFormView, ruleFormView } from './form-views.ts';
import { newRuleForm, restForm, ruleForm } from './forms.ts';
import { getPolicy, listPolicies, openPolicy } from './get.ts';
import { historyMessage } from './history-views.ts';
import { rulesPerPage } from './overview-model.ts';
import { noFormHere, policyMessage } from './views.ts';

/** The page with this rule. */
async function pageWith(ctx: Context, rule: number): Promise<Message> {
  const from = Math.floor(rule / rulesPerPage) * rulesPerPage;
  return policyMessage(await getPolicy.call(ctx, {}), from, readerOf(ctx));
}

export const policyVerbs: readonly Verb[] = [
  {
    command: 'approval',
    name: 'policy',
    usage: '',
    summary: 'who has to say yes to what, and who changed that',
    examples: ['/approval policy'],
    permission: seeApprovals,
    takes: 'nothing',
    answer: async (ctx) => privately(await pageWith(ctx, 0)),
  },
];

export const policyClicks = [
  answers(showPolicy, async (ctx, { from }) => replacing(await pageWith(ctx, from))),
  answers(showHistory, async (ctx, { before }) => {
    const page = await listPolicies.call(ctx, { before });
    return replacing(historyMessage(page, readerOf(ctx)));
  }),
  answers(ruleAction, async (ctx, { version, rule, to }) => {
    if (to === 'edit') {
      const overview = await openPolicy.call(ctx, { version });
      return asking(ruleForm.open({ version, rule }, ruleFormView(overview, rule)), noFormHere());
    }
    if (to === 'remove') await removeRule.call(ctx, { version, rule });
    else await moveRule.call(ctx, { version, rule, by: to === 'up' ? -1 : 1 });
    return replacing(await pageWith(ctx, rule));
  }),
  answers(addRule, async (ctx, { version }) => {
    const overview = await openPolicy.call(ctx, { version });
    return asking(newRuleForm.open({ version }, newRuleFormView(overview)), noFormHere());
  }),
  answers(restAction, async (ctx, { version }) => {
    const overview = await openPolicy.call(ctx, { version });
    return asking(restForm.open({ version }, restFormView(overview)), noFormHere());
  }),
];

export const policyForms = [
  takes(ruleForm, async (ctx, { version, rule }, draft) => {
    await saveRule.call(ctx, { ...draft, version, rule, place: null });
    return privately(await pageWith(ctx, rule));
  }),
  takes(newRuleForm, async (ctx, { version }, { place, ...draft }) => {
    await saveRule.call(ctx, { ...draft, version, rule: null, place });
    return privately(await pageWith(ctx, place));
  }),
  takes(restForm, async (ctx, { version }, draft) => {
    await saveRest.call(ctx, { ...draft, version });
    return privately(await pageWith(ctx, 0));
  }),
];

async function locationsLike(ctx: Context, typed: string, { version }: { readonly version: number }) {
  return matching(locationChoices((await openPolicy.call(ctx, { version })).locations), typed);
}

export const policySuggestions = [
  suggests(ruleForm, 'location', locationsLike),
  suggests(newRuleForm, 'location', locationsLike),
];
