import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Mentioner } from '../../../core/declare/mention.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { linkedIssuesAction, showBeside } from '../issue/actions.ts';
import { findLinkedIssues, listLinkedIssues } from '../links/find-linked-issues.ts';
import { nameLink } from '../links/name-link.ts';
import { linkedIssueList, mentionOf } from '../links/views.ts';
import { seeIssues } from '../permissions.ts';
import { own } from './show-slack.ts';

/** Names the open issues of a SKU, an order and so on, on its card. */
export const mentioner: Mentioner = {
  permission: seeIssues,
  async mention(ctx, what, ids) {
    const all = await findLinkedIssues.call(ctx, { what, refs: [...ids] });
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

export const linkClicks = [
  answers(showBeside, async (ctx, { id }) => privately(await own(ctx, { id }))),
  answers(linkedIssuesAction, async (ctx, link) => {
    const [issues, { label }] = await Promise.all([
      listLinkedIssues.call(ctx, link),
      nameLink.call(ctx, link),
    ]);
    return privately(linkedIssueList(label, issues, readerOf(ctx)));
  }),
];
