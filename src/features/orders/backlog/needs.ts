import type { Context } from '../../../core/runtime/context.ts';
import { waitingFor } from '../../approvals/index.ts';
import { ownAbout } from '../../issues/index.ts';
import { cancelKind, changeKind, refundKind, reshipKind } from '../acting/kinds.ts';
import type { Needs } from './model.ts';

const kinds = [changeKind, cancelKind, reshipKind, refundKind].map(({ id }) => id);

export async function needsOf(ctx: Context): Promise<Needs> {
  const [approvals, issues] = await Promise.all([
    waitingFor.call(ctx, { kinds }),
    ownAbout.call(ctx, { what: 'order' }),
  ]);
  return { approvals, issues };
}
