import type { Context } from '../../core/runtime/context.ts';
import type { AskedBulk } from '../../core/tokens/bulk.ts';
import { privately } from '../../core/tokens/reply.ts';
import { startBulk } from './start.ts';
import { startedMessage } from './views.ts';

/** The answer to the button of an act: it has begun, or waits for a yes. */
export async function starting(ctx: Context, selection: string, asked: AskedBulk) {
  return privately(startedMessage(await startBulk.call(ctx, { selection, ...asked })));
}
