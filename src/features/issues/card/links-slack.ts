import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Mentioner } from '../../../core/declare/mention.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { showBeside, touchingAction } from '../issue/actions.ts';
import { findTouching, touching } from '../links/find-links.ts';
import { nameSubject } from '../links/name-link.ts';
import { mentionOf, touchingList } from '../links/views.ts';
import { seeIssues } from '../permissions.ts';
import { own } from './show-slack.ts';

/** The open issues that touch something, on its card. */
export const mentioner: Mentioner = {
  permission: seeIssues,
  async mention(ctx, what, ids) {
    const all = await findTouching.call(ctx, { what, refs: [...ids] });
    return new Map(
      ids.flatMap((id) => {
        const mention = mentionOf(
          what,
          all.filter(({ ref }) => ref === id),
        );
        return mention ? [[id, mention] as const] : [];
      }),
    );
  },
};

export const touchingClicks = [
  answers(showBeside, async (ctx, { id }) => privately(await own(ctx, { id }))),
  answers(touchingAction, async (ctx, link) => {
    const [issues, { label }] = await Promise.all([touching.call(ctx, link), nameSubject.call(ctx, link)]);
    return privately(touchingList(label, issues, readerOf(ctx)));
  }),
];
