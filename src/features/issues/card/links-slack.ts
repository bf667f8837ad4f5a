import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { linkedIssuesAction, showBeside, showLinkAction } from '../issue/actions.ts';
import { listLinkedIssues } from '../links/find-linked-issues.ts';
import { nameLink } from '../links/name-link.ts';
import { showLink } from '../links/show-link.ts';
import { linkedIssueList } from '../links/views.ts';
import { own } from './show-slack.ts';

export const linkClicks = [
  answers(showBeside, async (ctx, { id }) => privately(await own(ctx, { id }))),
  answers(showLinkAction, async (ctx, link) => privately(await showLink.call(ctx, link))),
  answers(linkedIssuesAction, async (ctx, link) => {
    const [issues, { label }] = await Promise.all([
      listLinkedIssues.call(ctx, link),
      nameLink.call(ctx, link),
    ]);
    return privately(linkedIssueList(label, issues, readerOf(ctx)));
  }),
];
