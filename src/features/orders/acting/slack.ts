import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asking, privately, type Reply } from '../../../core/tokens/reply.ts';
import { actOnOrder, draftAct } from './act.ts';
import { actOn } from './actions.ts';
import { actFormView } from './form-views.ts';
import { actForm, promiseForm, refundForm, reshipForm } from './forms.ts';
import type { Act } from './model.ts';
import { acted, noActForm } from './views.ts';

interface Sent {
  readonly reason: string;
  readonly note: string | null;
  readonly on?: string;
  readonly amount?: string;
  readonly lines?: string[];
}

async function act(ctx: Context, about: { id: string; act: Act }, sent: Sent): Promise<Reply> {
  const { on = null, amount = null, lines = [], reason, note } = sent;
  return privately(acted(await actOnOrder.call(ctx, { ...about, on, amount, lines, reason, note })));
}

export const actClicks = [
  answers(actOn, async (ctx, { id, act }) => {
    const view = actFormView(await draftAct.call(ctx, { id, act }));
    const form = [actForm, promiseForm, refundForm, reshipForm].find((one) => one.id === view.form);
    return asking((form ?? actForm).open({ id, act }, view), noActForm());
  }),
];

export const actForms = [
  takes(actForm, async (ctx, about, sent) => await act(ctx, about, sent)),
  takes(promiseForm, async (ctx, about, sent) => await act(ctx, about, sent)),
  takes(refundForm, async (ctx, about, sent) => await act(ctx, about, sent)),
  takes(reshipForm, async (ctx, about, sent) => await act(ctx, about, sent)),
];
