import { sharerOf, teamReaderOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { demandFooting } from '../../../core/runtime/places.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { asking, type Message, privately, replacing, sharing } from '../../../core/tokens/reply.ts';
import { sharedIn, shareFormView, shareInWords } from '../../../ui/share-form.ts';
import { say } from '../../messages/index.ts';
import { refreshFigure, shareFigure } from '../card/actions.ts';
import { aimsFor } from '../card/aims-of.ts';
import { lineOf } from '../card/asked.ts';
import { demandLine } from '../card/line-slack.ts';
import { sharedFigure } from '../card/views.ts';
import { figureName } from '../card/words.ts';
import { getFigure } from '../figure/read.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { shareForm } from './forms.ts';

export const shareClicks = [
  answers(shareFigure, async (ctx, asked) =>
    ctx.channel && isChannel(ctx.channel)
      ? sharing((await sharedOf(ctx, asked, sharerOf(ctx))).message)
      : asking(shareForm.open({ f: lineOf(asked) }, shareFormView(shareForm)), shareInWords()),
  ),
  answers(refreshFigure, async (ctx, { f, by }) =>
    replacing((await sharedOf(ctx, demandLine(f), by ?? sharerOf(ctx))).message),
  ),
];

export const shareForms = [
  takes(shareForm, async (ctx, { f }, { channel }) => {
    const { name, message } = await sharedOf(ctx, demandLine(f), sharerOf(ctx));
    await demandFooting(ctx.engine.places, channel);
    await say.call(asSystem(ctx, 'sharing'), {
      about: `share ${ctx.correlationId}`,
      place: channel,
      asker: sharerOf(ctx) ?? channel,
      message,
    });
    return privately(sharedIn(name, channel));
  }),
];

async function sharedOf(
  ctx: Context,
  asked: FigureAsked,
  by: string | null,
): Promise<{ readonly name: string; readonly message: Message }> {
  const answer = await getFigure.call(ctx, asked);
  const message = sharedFigure(answer, await aimsFor(ctx, answer), teamReaderOf(ctx), by);
  return { name: figureName(answer.figure), message };
}
