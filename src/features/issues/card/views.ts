import type { PressedOn } from '../../../cases/actions.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { context, facts, message, section } from '../../../ui/blocks.ts';
import { distance } from '../../../ui/format.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, joined, link, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue, Link } from '../issue/model.ts';
import { at, capital, headline, nameOf, type Reading, stateWords } from '../issue/words-views.ts';
import { progressLine, progressWords, stepList, titleOf } from '../playbooks/views.ts';
import { eventSentence } from '../timeline/line-views.ts';
import { type About, nothingMore } from './about-model.ts';
import { buttonsOf } from './button-views.ts';

/** More than these would push the buttons off a phone. */
const linksShown = 5;

/** The living card, where the issue was raised. */
export function issueMessage(issue: Issue, read: Reading, about: About = nothingMore): Message {
  return card(issue, read, about, 'card', []);
}

/** The same for one person, with the newest steps. */
export function ownCard(
  issue: Issue,
  events: readonly IssueEvent[],
  read: Reading,
  about: About = nothingMore,
): Message {
  const steps = events.map((event) => mrkdwn`${at(event.at, read)} · ${eventSentence(event, issue, read)}`);
  return card(issue, read, about, 'own', steps);
}

function card(issue: Issue, read: Reading, about: About, on: PressedOn, steps: readonly Mrkdwn[]): Message {
  const { department, details, kind } = issue;
  const state = stateSentence(issue, read);
  const pairs = [
    mrkdwn`*State*\n${stateAlone(issue, read)}`,
    mrkdwn`*Owner*\n${ownerWords(issue)}`,
    ...(promise(issue, read) ?? []),
    ...(issue.dueAt ? [mrkdwn`*Due*\n${countdown(issue.dueAt, read)}`] : []),
    mrkdwn`*Department*\n${capital(department)}`,
    ...(issue.room ? [mrkdwn`*Room*\n${channelMention(issue.room)}`] : []),
    ...(issue.links.length > 0 ? [mrkdwn`*Links*\n${touches(issue.links, about)}`] : []),
    mrkdwn`*Raised*\n${at(issue.createdAt, read)} by ${issue.reporter ? nameOf(issue.reporter) : 'Quartermaster'}`,
  ];
  const progress = progressLine(about.steps, issue, read);
  const far = progress ? mrkdwn`. ${titleOf(about.steps)}: ${progressWords(about.steps)}` : '';
  return message(mrkdwn`${headline(issue)}. ${state}${far}`, [
    section(mrkdwn`*${headline(issue)}*${details ? mrkdwn`\n${shorten(details, 400)}` : ''}`),
    facts(...pairs),
    ...(progress ? [section(progress)] : []),
    ...(on === 'own' && about.steps.length > 0
      ? [section(joined(stepList(about.steps, issue, read), '\n'))]
      : []),
    ...(steps.length > 0 ? [section(joined(steps, '\n'))] : []),
    ...buttonsOf(issue, about.steps, on),
    context(
      mrkdwn`Issue ${issue.number}, kind ${kind}. Source: ${issue.source}, as of ${at(read.now, read)}. \`/issue ${issue.number}\` shows its steps.`,
    ),
  ]);
}

/** With whose it is: for what stands alone. */
function stateSentence(issue: Issue, read: Reading): string {
  const { state, owner } = issue;
  if (state === 'new') return owner ? `New: ${nameOf(owner)} is asked to take it` : 'New: nobody is on it';
  return state === 'on it'
    ? `${stateWords[state]}: ${nameOf(owner)}${since(issue, read)}`
    : stateAlone(issue, read);
}

function since({ takenAt }: Issue, read: Reading): string {
  return takenAt ? ` since ${at(takenAt, read)}` : '';
}

function ownerWords({ state, owner }: Issue): string {
  if (!owner) return 'Nobody yet';
  return state === 'new' ? `${nameOf(owner)} is asked` : nameOf(owner);
}

/** Beside the owner. */
function stateAlone(issue: Issue, read: Reading): string {
  const { state, snoozedUntil, resolvedAt, resolutionCode, resolutionNote } = issue;
  switch (state) {
    case 'new':
      return stateWords[state];
    case 'on it':
      return `${stateWords[state]}${since(issue, read)}`;
    case 'waiting':
      return snoozedUntil ? `Waiting until ${at(snoozedUntil, read)}` : stateWords[state];
    case 'done':
    case 'closed': {
      const when = resolvedAt ? ` ${at(resolvedAt, read)}` : '';
      const how = resolutionCode ? `, ${resolutionCode}` : '';
      return `${stateWords[state]}${when}${how}${resolutionNote ? `: ${shorten(resolutionNote, 200)}` : ''}`;
    }
  }
}

function promise({ state, promiseAt }: Issue, read: Reading): readonly Mrkdwn[] | null {
  if (state !== 'on it' || !promiseAt) return null;
  const passed = promiseAt <= read.now ? ', passed' : '';
  return [mrkdwn`*Promise*\nby ${at(promiseAt, read)}${passed}`];
}

function countdown(dueAt: Date, read: Reading): string {
  // How long it still is would soon be wrong on what stands for days.
  if (read.lasting) return `${at(dueAt, read)}${dueAt > read.now ? '' : ', passed'}`;
  const apart = distance(read.now, dueAt);
  return `${at(dueAt, read)}, ${dueAt > read.now ? `in ${apart}` : `${apart} ago`}`;
}

/** With how each stands now: the label is from when it was linked. */
function touches(links: readonly Link[], { standing }: About): Mrkdwn {
  const shown = links.slice(0, linksShown).map(({ ref, label, url }) => {
    const now = standing.get(ref);
    const words = `${shorten(label, 60)}${now ? `: ${shorten(now, 60)}` : ''}`;
    return url ? link(url, words) : mrkdwn`${words}`;
  });
  const more = links.length - shown.length;
  return joined([...shown, ...(more > 0 ? [mrkdwn`and ${more} more`] : [])], '\n');
}
