import { lastingReaderOf, readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { draws } from '../../../core/declare/drawing.ts';
import { takes } from '../../../core/declare/form.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { mentionOf, nameOf } from '../../../core/text/words.ts';
import { asking, privately, replacing } from '../../../core/tokens/reply.ts';
import { decideApprovals } from '../permissions.ts';
import { delegateAction, delegationsAction, endAction } from './actions.ts';
import { delegate, endDelegation } from './delegate.ts';
import { delegateForm } from './forms.ts';
import { getDelegation, listDelegations } from './list.ts';
import { delegated, delegationEnded } from './notifications.ts';
import { nothingToDelegate } from './refusals.ts';
import { readDelegation } from './rules.ts';
import {
  delegateFormView,
  delegateInWords,
  delegationCreated,
  delegationEndedByOther,
  delegationEndedByReader,
  delegationList,
  delegationTold,
} from './views.ts';

/** Only somebody who decides approvals has anything to delegate. A person without any role is told about roles. */
function demandDecider({ actor }: Context): void {
  if (actor.kind === 'person' && actor.roles.length > 0 && !holds(actor, decideApprovals))
    throw new Refusal('not-allowed', nothingToDelegate);
}

async function list(ctx: Context, whose: 'mine' | 'all') {
  demandDecider(ctx);
  return delegationList(await listDelegations.call(ctx, { whose }), readerOf(ctx));
}

export const delegationVerbs: readonly Verb[] = [
  {
    command: 'approval',
    name: 'delegate',
    usage: '[<@name> [from <day>] until <day> [<time>]]',
    summary: 'who decides in your place while you are away; alone, what holds now, and a form',
    examples: [
      '/approval delegate',
      '/approval delegate @Lena until Friday',
      '/approval delegate @Lena from tomorrow until 2026-12-01',
    ],
    permission: decideApprovals,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      if (text === '') return privately(await list(ctx, 'mine'));
      const words = readDelegation(text, ctx.now, ctx.actor.timeZone);
      demandDecider(ctx);
      if (!words)
        throw new Refusal('invalid', 'Say who and until when.', {
          next: 'Such as `/approval delegate @Lena until Friday` or `/approval delegate @Lena from tomorrow until 2026-12-01`.',
        });
      if ('reason' in words) throw new Refusal('invalid', words.says, { next: words.next });
      const made = await delegate.call(ctx, { ...words, who: nameOf(words.who) });
      return privately(delegationCreated(made, readerOf(ctx)));
    },
  },
];

export const delegationClicks = [
  answers(delegationsAction, async (ctx, { whose }) => replacing(await list(ctx, whose))),
  answers(delegateAction, async () => asking(delegateForm.open({}, delegateFormView()), delegateInWords())),
  answers(endAction, async (ctx, { id, whose }) => {
    const ended = await endDelegation.call(ctx, { id });
    return replacing(whose ? await list(ctx, whose) : delegationEndedByReader(ended));
  }),
];

export const delegationForms = [
  takes(delegateForm, async (ctx, _, values) =>
    privately(
      delegationCreated(await delegate.call(ctx, { ...values, who: mentionOf(values.who) }), readerOf(ctx)),
    ),
  ),
];

export const delegationDrawings = [
  draws(delegated, async (ctx, { subject }) => {
    const one = await getDelegation.call(ctx, { id: subject });
    return one && !one.endedAt ? delegationTold(one, lastingReaderOf(ctx)) : null;
  }),
  draws(delegationEnded, async (ctx, { subject, place, facts }) => {
    const one = await getDelegation.call(ctx, { id: subject });
    return one && delegationEndedByOther(one, place, facts.by);
  }),
];
