import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { issueKinds } from '../../../core/declare/issue-kind.ts';
import type { QuotedMessage, Shortcut } from '../../../core/declare/shortcut.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { demandPermission } from '../../../core/runtime/operation.ts';
import { cut, cutAtWord } from '../../../core/text/clean.ts';
import { normalise } from '../../../core/text/words.ts';
import { asking, privately, type Reply, replacing } from '../../../core/tokens/reply.ts';
import { raiseAbout, raiseAction, raiseAnywayAction } from '../issue/actions.ts';
import { type Link, maxText, maxTitle } from '../issue/model.ts';
import type { Line } from '../issue/read-line.ts';
import { raiseAnyway } from '../lifecycle/raise-anyway.ts';
import { listLinkedIssues } from '../links/find-linked-issues.ts';
import { nameLink } from '../links/name-link.ts';
import { homeDepartment } from '../list/list.ts';
import { raiseIssues } from '../permissions.ts';
import { raiseFormView, raiseInWords } from './form-views.ts';
import { raiseForm } from './forms.ts';
import { raisedReply, raisingReply } from './reply-views.ts';

interface Draft extends Partial<Pick<Line, 'severity' | 'department' | 'kind'>> {
  readonly source: string;
  readonly title?: string;
  readonly details?: string;
  readonly link?: Link;
}

/** Opens the form, prefilled with what is known. */
export async function raising(ctx: Context, draft: Draft): Promise<Reply> {
  const { source, link = null, severity = null, kind = null } = draft;
  const { title, details } = fitted(draft);
  const department = draft.department ?? (await homeDepartment.call(ctx, {}));
  const kinds = ctx.engine.contributions.of(issueKinds);
  const view = raiseFormView({ title, details, severity, kind, department, link, kinds });
  return asking(
    raiseForm.open({ source, link }, view),
    raiseInWords({ title, severity, department: draft.department ?? null }),
  );
}

/** The same about a thing of another feature; of some an issue that is open is shown instead. */
async function raisingAbout(ctx: Context, { what, ref: named }: Pick<Link, 'what' | 'ref'>): Promise<Reply> {
  const finder = ctx.engine.contributions.of(finders).find((one) => linkKindOf(one) === what);
  await demandPermission(ctx, raiseIssues);
  const ref = (await finder?.keep?.(ctx, named)) ?? named;
  const [open] = finder?.draft ? await listLinkedIssues.call(ctx, { what, ref }) : [];
  if (open) return privately(raisedReply(open, false));
  const draft = await finder?.draft?.(ctx, ref);
  return await raising(ctx, { ...draft, source: 'card', link: await nameLink.call(ctx, { what, ref }) });
}

export const raiseClicks = [
  answers(raiseAnywayAction, async (ctx, { draft }) =>
    replacing(raisingReply(await raiseAnyway.call(ctx, { draft }), readerOf(ctx))),
  ),
  answers(raiseAction, async (ctx) => await raising(ctx, { source: 'form' })),
  answers(raiseAbout, async (ctx, subject) => await raisingAbout(ctx, subject)),
];

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'issues.raise-here',
    title: 'Raise an issue',
    summary: 'Report trouble or a task, and see who is on it',
    on: 'anywhere',
    answer: async (ctx) => await raising(ctx, { source: 'form' }),
  },
  {
    id: 'issues.raise-from-message',
    title: 'Raise an issue',
    summary: 'Quotes this message and links to it',
    on: 'message',
    answer: async (ctx, quoted) => await raising(ctx, { source: 'message', ...(quoted && quote(quoted)) }),
  },
];

/** What is too long for a title goes into the details, in full. */
function fitted({ title = '', details = '' }: Pick<Draft, 'title' | 'details'>) {
  if (title.length <= maxTitle) return { title, details };
  return { title: cutAtWord(title, maxTitle), details: cut(`${title}\n${details}`.trim(), maxText) };
}

/** The first line is the title, other lines go into the details. */
function quote({ channel, ts, text, link }: QuotedMessage) {
  const [title = '', ...rest] = text.split('\n').map(normalise);
  return {
    title,
    details: cut(rest.join('\n').trim(), maxText),
    link: { what: 'message' as const, ref: `${channel} ${ts}`, label: 'a message', url: link },
  };
}
