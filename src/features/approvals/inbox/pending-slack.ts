import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { pendingAction } from '../card/actions.ts';
import { drawOwnCard } from '../card/show-slack.ts';
import { listPendingOf } from './list.ts';
import { pendingList } from './views.ts';

export const pendingClicks = [
  answers(pendingAction, async (ctx, { subject }) => {
    const lines = await listPendingOf.call(ctx, { subject });
    const [only] = lines;
    return privately(
      only && lines.length === 1
        ? await drawOwnCard(ctx, { id: only.approval.id })
        : pendingList(lines, readerOf(ctx)),
    );
  }),
];
