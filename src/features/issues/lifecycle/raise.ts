import { z } from 'zod';
import { demandInput } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { issueKinds } from '../../../core/declare/issue-kind.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { cleanName, cut, cutAtWord } from '../../../core/text/clean.ts';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { IssueKind } from '../../../core/tokens/issue-kind.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { channelOfDepartment, named } from '../../people/index.ts';
import { insertBehind } from '../behind/behind-store.ts';
import { issueCase } from '../issue/case.ts';
import { departmentAmong } from '../issue/department-rules.ts';
import { findAlike, insertDraft } from '../issue/draft-store.ts';
import { deadlineDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import { otherKind } from '../issue/kinds.ts';
import {
  type Issue,
  isUrgent,
  type Link,
  maxText,
  maxTitle,
  type Raised,
  severities,
} from '../issue/model.ts';
import { momentSentences, whyNotDueAt } from '../issue/refusals.ts';
import { findIssue, holdMatter, insertIssue, insertLinks, updateIssue } from '../issue/store.ts';
import { raiseIssues } from '../permissions.ts';
import { leadsDue, worseNews } from './set-severity.ts';

const link = z
  .object({
    what: z.string(),
    ref: z.string(),
    label: z.string().transform((text) => cut(text, maxTitle)),
    url: z.string().nullable(),
  })
  // The finder is asked by this id whenever the card is drawn.
  .refine(({ what, ref }) => what === 'message' || z.uuid().safeParse(ref).success);

export const wishShape = z.object({
  title: z
    .string('Say in one line what is wrong.')
    .trim()
    .min(1, 'Say in one line what is wrong.')
    .transform((text) => text.replace(/\s+/g, ' ')),
  // A person's form has said so beside the input; what a feature has to tell is cut rather than lost.
  details: z
    .string()
    .transform((text) => cut(text, maxText))
    .nullable()
    .default(null),
  /** An `IssueKind` that a feature declares. */
  kind: z.string().default(otherKind),
  severity: z.enum(severities),
  department: z.enum(departments).nullable().default(null),
  links: z.array(link).default([]),
  /** Many things of one kind: the issue is named on their cards, and they are not on its own. Name them by a link. */
  behind: z
    .object({ what: z.string(), refs: z.array(z.uuid()) })
    .nullable()
    .default(null),
  dueAt: z.date().nullable().default(null),
  /** command, form, message, card, or the feature that raises it. */
  source: z.string(),
  /** A matter has one open issue: raised again, that issue is updated. */
  matter: z.string().max(200).nullable().default(null),
  /** `offer`: an open issue that says the same is offered to the person first, and the wish is kept. */
  alike: z.enum(['raise', 'offer']).default('raise'),
  /** The card's place when no channel is set up and no person raises the issue. */
  otherwise: z.string().nullable().default(null),
});
type Wish = z.output<typeof wishShape>;

/** Raises an issue and shows its card. People call it without a matter, features with one. */
export const raiseIssue = mutation({
  name: 'issues.raise',
  permission: forAct(raiseIssues, 'raise issues'),
  input: wishShape,
  async run(ctx, asked) {
    const { matter, dueAt } = asked;
    const [title, details] = await Promise.all([named(ctx.tx, asked.title), named(ctx.tx, asked.details)]);
    const wish = { ...asked, title, details: details && cut(details, maxText) };
    const reader = actingReaderOf(ctx);
    demandInput(whyNotDueAt(dueAt, reader), momentSentences, undefined, reader, 'dueAt');
    for (const one of [...wish.links, ...(wish.behind ? [wish.behind] : [])]) demandLinkable(ctx, one);
    const kind = declaredKind(ctx, wish.kind);
    const known = matter && (await holdMatter(ctx.tx, matter));
    if (known) return await seeAgain(ctx, known, wish);
    const offered = await offerAlike(ctx, wish, kind);
    if (offered) return offered;
    const outcome = await raiseAnew(ctx, wish, kind);
    if (outcome) return outcome;
    // Another request has raised and committed it: the insert waited for that.
    const raisedBefore = matter && (await holdMatter(ctx.tx, matter));
    if (!raisedBefore) throw new Error(`The matter ${matter} was raised and is not there.`);
    return await seeAgain(ctx, raisedBefore, wish);
  },
});

/** Links are made by our code only, so an unknown kind is a bug. */
function demandLinkable({ engine }: MutationContext, { what }: Pick<Link, 'what'>): void {
  if (what === 'message') return;
  const known = engine.contributions
    .of(finders)
    .some((finder) => finder.title && linkKindOf(finder) === what);
  if (!known) throw new Error(`No feature's finder names what is linked as ${what}.`);
}

/** The form offers declared kinds and features raise their own, so an unknown kind is a bug. */
function declaredKind({ engine }: MutationContext, kind: string): IssueKind {
  const declared = engine.contributions.of(issueKinds).find((one) => one.kind === kind);
  if (!declared) throw new Error(`No feature declares issues of kind ${kind}: list it in its issueKinds.`);
  return declared;
}

/** Whoever raises it, else its kind, decides what the wish leaves open. */
function departmentOf({ actor }: MutationContext, wish: Wish, kind: IssueKind): Department {
  const own = actor.kind === 'person' ? actor.departments : [];
  return wish.department ?? departmentAmong(own) ?? kind.department;
}

/** The open issue that says the same, with the draft of the wish; null: there is none. */
async function offerAlike(ctx: MutationContext, wish: Wish, kind: IssueKind) {
  const { actor } = ctx;
  if (wish.alike !== 'offer' || wish.matter || actor.kind !== 'person') return null;
  const department = departmentOf(ctx, wish, kind);
  const issue = await findAlike(ctx.tx, { title: wish.title, department }, ctx.now);
  if (!issue) return null;
  const id = ctx.ids.uuid(ctx.now);
  const kept = { ...wish, department, dueAt: wish.dueAt?.toISOString() ?? null };
  await insertDraft(ctx.tx, { id, personId: actor.id, wish: kept as unknown as JsonObject }, ctx.now);
  const result: Raised = { issue, raised: false, draft: id };
  return { result, changes: [] };
}

/** Null: the matter has an open issue already. */
async function raiseAnew(ctx: MutationContext, wish: Wish, kind: IssueKind) {
  const { matter, links, behind, title, severity, source, dueAt } = wish;
  const id = ctx.ids.uuid(ctx.now);
  const { actor } = ctx;
  const department = departmentOf(ctx, wish, kind);
  const number = await insertIssue(ctx.tx, {
    id,
    kind: kind.kind,
    severity,
    source,
    dueAt,
    department,
    title: cutAtWord(cleanName(title, title.length), maxTitle),
    details: detailsOf(wish),
    place: await placeOf(ctx, department, wish.otherwise),
    dedupKey: matter,
    reporterId: actor.kind === 'person' ? actor.id : null,
    connector: actor.kind === 'connector' ? actor.name : null,
    createdAt: ctx.now,
  });
  if (number === null) return null;
  await insertLinks(ctx.tx, id, links);
  if (behind) await insertBehind(ctx.tx, id, behind);
  const issue = await raised(ctx, id);
  const after = { number, severity, department: issue.department };
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'raised',
    after,
    ...(isUrgent(issue)
      ? {
          mentions: await findLeads(
            ctx,
            issue.department,
            actor.kind === 'person' ? actor.slackUserId : null,
          ),
        }
      : { quiet: true }),
  });
  const due = issue.dueAt ? [deadlineDue.at(id, issue.dueAt)] : [];
  const result: Raised = { issue, raised: true, draft: null };
  return { result, ...recorded, due };
}

/** Seeing a matter again can raise the severity, never lower it. */
async function seeAgain(ctx: MutationContext, known: Issue, { severity, links, behind }: Wish) {
  const worse = severities.indexOf(severity) < severities.indexOf(known.severity);
  if (worse) await updateIssue(ctx.tx, known, { severity });
  await insertLinks(ctx.tx, known.id, links);
  if (behind) await insertBehind(ctx.tx, known.id, behind);
  const recorded = await recordEvent(ctx, issueCase, known, {
    what: 'seen again',
    before: { severity: known.severity },
    after: { severity: worse ? severity : known.severity },
    ...(worse ? await worseNews(ctx, known, severity) : { quiet: true }),
  });
  const due = worse ? leadsDue(ctx, known, severity) : [];
  const result: Raised = { issue: await raised(ctx, known.id), raised: false, draft: null };
  return { result, ...recorded, due };
}

async function raised(ctx: MutationContext, id: string): Promise<Issue> {
  const issue = await findIssue(ctx.tx, id);
  if (!issue) throw new Error(`Issue ${id} is gone within its own transaction.`);
  return issue;
}

/** A title that is too long is repeated in full here. */
function detailsOf({ title, details }: Pick<Wish, 'title' | 'details'>): string | null {
  if (title.length <= maxTitle) return details;
  return cut(details ? `${title}\n\n${details}` : title, maxText);
}

/** The department's channel, else the channel it was raised in, else the reporter's direct messages. */
async function placeOf(
  ctx: MutationContext,
  department: Department,
  otherwise: string | null,
): Promise<string> {
  const { channel, actor } = ctx;
  const theirs = await channelOfDepartment(ctx.tx, department);
  if (theirs) return theirs;
  if (channel && isChannel(channel)) return channel;
  if (actor.kind === 'person') return actor.slackUserId;
  if (otherwise) return otherwise;
  throw new Refusal('invalid', 'There is no channel to show that issue in.', {
    next: 'Choose one for alerts in `/ops setup`.',
  });
}
