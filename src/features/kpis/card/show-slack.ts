import { readerOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { raiseIssues } from '../../issues/index.ts';
import { getFigure } from '../figure/read.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { setTargets } from '../permissions.ts';
import { aimsFor } from './aims-of.ts';
import { figureMessage } from './views.ts';

/** The card of a figure with all that its reader may do with it. */
export async function figureForReader(ctx: Context, asked: FigureAsked): Promise<Message> {
  const answer = await getFigure.call(ctx, asked);
  const [mayTarget, mayRaise] = [holds(ctx.actor, setTargets), holds(ctx.actor, raiseIssues)];
  return figureMessage(answer, await aimsFor(ctx, answer), readerOf(ctx), mayTarget, mayRaise);
}
