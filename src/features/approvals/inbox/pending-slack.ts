import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Mentioner } from '../../../core/declare/mention.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { pendingAction } from '../card/actions.ts';
import { drawOwnCard } from '../card/show-slack.ts';
import { seeApprovals } from '../permissions.ts';
import { listPendingOf } from './list.ts';
import { pendingList, pendingMention } from './views.ts';

/** The open requests about a subject, on its card. */
export const mentioner: Mentioner = {
  permission: seeApprovals,
  async mention(ctx, _what, ids) {
    const lines = await listPendingOf.call(ctx, { subjects: [...ids] });
    return new Map(
      ids.flatMap((id) => {
        const mention = pendingMention(
          id,
          lines.filter(({ approval }) => approval.subject === id),
        );
        return mention ? [[id, mention] as const] : [];
      }),
    );
  },
};

export const pendingClicks = [
  answers(pendingAction, async (ctx, { subject }) => {
    const lines = await listPendingOf.call(ctx, { subjects: [subject] });
    const [only] = lines;
    return privately(
      only && lines.length === 1
        ? await drawOwnCard(ctx, { id: only.approval.id })
        : pendingList(lines, readerOf(ctx)),
    );
  }),
];
