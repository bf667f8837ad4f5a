import { lastingReaderOf, readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { draws } from '../../../core/declare/drawing.ts';
import { takes } from '../../../core/declare/form.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import { matching, suggests } from '../../../core/declare/suggestion.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { cutAtWord } from '../../../core/text/clean.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { isLacking } from '../../../core/tokens/fact.ts';
import { asking, privately, type Reply } from '../../../core/tokens/reply.ts';
import { readAsked } from '../asking/ask.ts';
import { longestEcho, understood } from '../asking/understood.ts';
import { openTarget } from '../card/actions.ts';
import { lackingMessage } from '../card/list-views.ts';
import { allKpis, kpiByKey } from '../figure/read.ts';
import { setTargets } from '../permissions.ts';
import { goalTyped } from '../targets/words.ts';
import { scopeChoices, wholeBusiness } from './choices.ts';
import { targetFormView } from './form-views.ts';
import { targetForm } from './forms.ts';
import { getTargetChoices } from './get.ts';
import type { TargetSet } from './model.ts';
import { targetBackdated } from './notifications.ts';
import { setTarget } from './set.ts';
import { backdatedMessage, noTargetForm, targetSet } from './views.ts';

async function asked(ctx: Context, kpi: string): Promise<Reply> {
  const choices = await getTargetChoices.call(ctx, { kpi });
  return asking(targetForm.open({ kpi }, targetFormView(choices, readerOf(ctx))), noTargetForm());
}

function answered(ctx: Context, set: TargetSet): Reply {
  return privately(
    targetSet(kpiByKey(ctx, set.row.kpi), set, dayIn(ctx.workspace.timeZone, ctx.now), readerOf(ctx)),
  );
}

export const targetVerbs: readonly Verb[] = [
  {
    command: 'kpi',
    name: 'target',
    usage: '<name> [<target>]',
    summary: 'where a figure should be from today on; without a number the form, with its history',
    examples: ['/kpi target on time', '/kpi target on time 97 %'],
    permission: setTargets,
    takes: 'words',
    async answer(ctx, { text }) {
      const [, name = text, target = null] = /^(.*?\S)\s+([^\s\d]?\d.*)$/.exec(text) ?? [];
      demandTarget(ctx, name);
      const { about } = understood(ctx, name);
      if (isLacking(about)) return privately(lackingMessage(about));
      if (target === null) return await asked(ctx, about.key);
      const { current } = await getTargetChoices.call(ctx, { kpi: about.key });
      // Only the target was named: the limit stays.
      const limit = current?.limit == null ? null : goalTyped(about, current.limit, current.currency);
      const draft = { scope: wholeBusiness, target, limit, validFrom: null, note: null };
      return answered(ctx, await setTarget.call(ctx, { kpi: about.key, ...draft }));
    },
  },
];

/** What stands where a target would be, and is none, was not meant as days. */
function demandTarget(ctx: Context, text: string): void {
  const read = readAsked(text, allKpis(ctx), dayIn(ctx.workspace.timeZone, ctx.now));
  if (!('noDays' in read)) return;
  throw new Refusal('invalid', `"${cutAtWord(read.noDays, longestEcho)}" is no target for ${read.of.name}.`, {
    next: 'Such as `/kpi target on time 97 %`; without a number the form opens.',
  });
}

export const targetClicks = [answers(openTarget, async (ctx, { kpi }) => await asked(ctx, kpi))];

export const targetForms = [
  takes(targetForm, async (ctx, { kpi }, draft) =>
    answered(ctx, await setTarget.call(ctx, { kpi, ...draft })),
  ),
];

export const targetDrawings = [
  draws(targetBackdated, async (ctx, { facts }) => {
    const kpi = ctx.engine.contributions.of(kpis).find(({ key }) => key === facts.kpi);
    return kpi ? backdatedMessage(kpi, facts, lastingReaderOf(ctx)) : null;
  }),
];

// Where there are more than a menu holds.
export const targetSuggestions = [
  suggests(targetForm, 'scope', async (ctx, typed, { kpi }) => {
    const choices = await getTargetChoices.call(ctx, { kpi });
    return matching(scopeChoices(choices.kpi, choices.cuts), typed);
  }),
];
