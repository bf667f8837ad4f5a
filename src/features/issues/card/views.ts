import type { PressedOn } from '../../../cases/actions.ts';
import { nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { context, facts, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, joined, link, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import { otherKind } from '../issue/kinds.ts';
import type { Issue, Link } from '../issue/model.ts';
import { capital, headline, sourceWords, stateWord } from '../issue/words-views.ts';
import { progressLine, progressWords, stepList, titleOf } from '../playbooks/views.ts';
import { eventSentence } from '../timeline/line-views.ts';
import { buttonsOf } from './button-views.ts';
import { type CardExtras, noExtras } from './extras-model.ts';

/** More links would push the buttons off a phone's screen. */
const linksShown = 5;

/** The living card. */
export function issueMessage(issue: Issue, read: Reader, extras: CardExtras = noExtras): Message {
  return card(issue, read, extras, 'card', []);
}

/** The private card of one reader, with the newest events. */
export function ownCard(
  issue: Issue,
  events: readonly IssueEvent[],
  read: Reader,
  extras: CardExtras = noExtras,
): Message {
  const steps = events.map(
    (event) => mrkdwn`${momentFor(event.at, read)} · ${eventSentence(event, issue, read)}`,
  );
  return card(issue, read, extras, 'own', steps);
}

function card(
  issue: Issue,
  read: Reader,
  extras: CardExtras,
  on: PressedOn,
  steps: readonly Mrkdwn[],
): Message {
  const { department, details } = issue;
  const state = stateSentence(issue, read);
  const pairs = [
    mrkdwn`*State*\n${stateAlone(issue, read)}`,
    mrkdwn`*Owner*\n${ownerWords(issue)}`,
    ...(promise(issue, read) ?? []),
    ...(issue.dueAt ? [mrkdwn`*Due*\n${countdown(issue.dueAt, read)}`] : []),
    mrkdwn`*Department*\n${capital(department)}`,
    ...(issue.room ? [mrkdwn`*Room*\n${channelMention(issue.room)}`] : []),
    ...(issue.links.length > 0 ? [mrkdwn`*Links*\n${touches(issue.links, extras)}`] : []),
    mrkdwn`*Raised*\n${momentFor(issue.createdAt, read)} by ${issue.reporter ? nameOf(issue.reporter) : 'Quartermaster'}`,
  ];
  const progress = progressLine(extras.steps, issue, read);
  const far = progress ? mrkdwn`. ${titleOf(extras.steps)}: ${progressWords(extras.steps)}` : '';
  return message(mrkdwn`${headline(issue)}. ${state}${far}`, [
    section(mrkdwn`*${headline(issue)}*${details ? mrkdwn`\n${shorten(details, 400)}` : ''}`),
    facts(...pairs),
    ...(progress ? [section(progress)] : []),
    ...(on === 'own' && extras.steps.length > 0
      ? [section(joined(stepList(extras.steps, issue, read), '\n'))]
      : []),
    ...(steps.length > 0 ? [section(joined(steps, '\n'))] : []),
    ...buttonsOf(issue, extras, on),
    context(footer(issue, read, extras, on)),
  ]);
}

/** "Issue 17 · Shipment · from a command · as of 09:00 CET". */
function footer(issue: Issue, read: Reader, { kindLabel }: CardExtras, on: PressedOn): Mrkdwn {
  const { number, kind } = issue;
  const parts = [
    mrkdwn`Issue ${number}`,
    ...(kind === otherKind ? [] : [mrkdwn`${kindLabel ?? capital(kind)}`]),
    mrkdwn`from ${sourceWords(issue)}`,
    mrkdwn`as of ${momentFor(read.now, read)}`,
    ...(on === 'card' ? [mrkdwn`\`/issue ${number}\` shows what happened`] : []),
  ];
  return joined(parts, ' · ');
}

/** State and owner in one sentence, for the notification. */
function stateSentence(issue: Issue, read: Reader): string {
  const { state, owner } = issue;
  if (state === 'new')
    return `${stateWord(issue)}: ${owner ? `${nameOf(owner)} is asked to take it` : 'nobody is on it'}`;
  return state === 'on it'
    ? `${stateWord(issue)}: ${nameOf(owner)}${since(issue, read)}`
    : stateAlone(issue, read);
}

function since({ takenAt }: Issue, read: Reader): string {
  return takenAt ? ` since ${momentFor(takenAt, read)}` : '';
}

function ownerWords({ state, owner }: Issue): string {
  if (!owner) return 'Nobody yet';
  return state === 'new' ? `${nameOf(owner)} is asked` : nameOf(owner);
}

/** The state without the owner, who has a field of their own. */
function stateAlone(issue: Issue, read: Reader): string {
  const { state, snoozedUntil, resolvedAt, resolutionCode, resolutionNote } = issue;
  switch (state) {
    case 'new':
      return stateWord(issue);
    case 'on it':
      return `${stateWord(issue)}${since(issue, read)}`;
    case 'waiting':
      return `${stateWord(issue)}${snoozedUntil ? ` until ${momentFor(snoozedUntil, read)}` : ''}`;
    case 'done':
    case 'closed': {
      const when = resolvedAt ? ` ${momentFor(resolvedAt, read)}` : '';
      const how = resolutionCode ? ` (${resolutionCode})` : '';
      return `${stateWord(issue)}${when}${how}${resolutionNote ? `: ${shorten(resolutionNote, 200)}` : ''}`;
    }
  }
}

function promise({ state, promiseAt }: Issue, read: Reader): readonly Mrkdwn[] | null {
  if (state !== 'on it' || !promiseAt) return null;
  const passed = promiseAt <= read.now ? ', passed' : '';
  return [mrkdwn`*Promise*\nby ${momentFor(promiseAt, read)}${passed}`];
}

function countdown(dueAt: Date, read: Reader): string {
  // A lasting card cannot say how long it is until then.
  if (read.lasting) return `${momentFor(dueAt, read)}${dueAt > read.now ? '' : ', passed'}`;
  const apart = distance(read.now, dueAt);
  return `${momentFor(dueAt, read)}, ${dueAt > read.now ? `in ${apart}` : `${apart} ago`}`;
}

/** Labels date from the linking, so the present state is added. */
function touches(links: readonly Link[], { standing }: CardExtras): Mrkdwn {
  const shown = links.slice(0, linksShown).map(({ ref, label, url }) => {
    const now = standing.get(ref);
    const words = `${shorten(label, 60)}${now ? `: ${shorten(now, 60)}` : ''}`;
    return url ? link(url, words) : mrkdwn`${words}`;
  });
  const more = links.length - shown.length;
  return joined([...shown, ...(more > 0 ? [mrkdwn`and ${more} more`] : [])], '\n');
}
