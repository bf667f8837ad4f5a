import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { takes } from '../../../core/declare/form.ts';
import { matching, suggests } from '../../../core/declare/suggestion.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { asking, type Message, privately, replacing } from '../../../core/tokens/reply.ts';
import { fileAsked } from '../../../ui/paged-list.ts';
import { askForExport } from '../../exports/index.ts';
import { readOrders, setPromiseRules } from '../permissions.ts';
import { addAction, endAction, exportAction, listAction } from './actions.ts';
import { endFormView, ruleFormView, serviceChoices } from './form-views.ts';
import { endForm, ruleForm } from './forms.ts';
import { getRule, getServices } from './get.ts';
import { rulesExport, rulesPage } from './list.ts';
import type { RuleFilter } from './model.ts';
import { addRule, endRule } from './save.ts';
import { noRuleForm, ruleList } from './views.ts';

const current = { show: 'current', after: null } as const;

async function list(ctx: Context, filter: Paged<RuleFilter>): Promise<Message> {
  return ruleList(await rulesPage.call(ctx, filter), holds(ctx.actor, setPromiseRules), readerOf(ctx));
}

export const promiseVerbs: readonly Verb[] = [
  {
    command: 'order',
    name: 'promises',
    usage: '',
    summary: 'what customers are promised where the channel says nothing',
    examples: ['/order promises'],
    permission: readOrders,
    takes: 'nothing',
    answer: async (ctx) => privately(await list(ctx, current)),
  },
];

export const promiseClicks = [
  answers(listAction, async (ctx, filter) => replacing(await list(ctx, filter))),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, rulesExport.of(filter)))),
  ),
  answers(addAction, async (ctx) =>
    asking(ruleForm.open({}, ruleFormView(await getServices.call(ctx, {}))), noRuleForm()),
  ),
  answers(endAction, async (ctx, { id }) => {
    const standing = await getRule.call(ctx, { id });
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    return asking(endForm.open({ id }, endFormView(standing, today)), noRuleForm());
  }),
];

export const promiseForms = [
  takes(ruleForm, async (ctx, _, draft) => {
    await addRule.call(ctx, draft);
    return privately(await list(ctx, current));
  }),
  takes(endForm, async (ctx, { id }, { last }) => {
    await endRule.call(ctx, { id, last });
    return privately(await list(ctx, current));
  }),
];

// Where there are more than a menu holds.
export const promiseSuggestions = [
  suggests(ruleForm, 'service', async (ctx, typed) =>
    matching(serviceChoices(await getServices.call(ctx, {})), typed),
  ),
];
