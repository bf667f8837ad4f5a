import type { KnownBlock } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { doerOf, nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, section } from '../../../ui/blocks.ts';
import { card as drawCard } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, joined, link, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showIssue, showLinkAction } from '../issue/actions.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import { otherKind } from '../issue/kinds.ts';
import { type Issue, isOpen, type Link } from '../issue/model.ts';
import { capital, lateWords, severityWords, sourceWords } from '../issue/words-views.ts';
import { nextStep, progressLine, stepList } from '../playbooks/views.ts';
import { eventSentence } from '../timeline/line-views.ts';
import { answersOf, buttonsOf, moreOf, stepsMoreOf } from './button-views.ts';
import { type CardExtras, noExtras } from './extras-model.ts';
import { asideOf, askingOf, findingOf, markOf } from './finding-views.ts';
import { type Upcoming, upcoming } from './upcoming.ts';

/** More links would push the buttons off a phone's screen. */
const linksShown = 5;
/** Words that are to be sent stand whole: the longest that we write has some 900 characters. */
const detailsShown = 1_200;

/** The living card. `to`: the channel or the person it is for; who is asked to take it can answer. */
export function issueMessage(
  issue: Issue,
  read: Reader,
  extras: CardExtras = noExtras,
  to: string | null = null,
): Message {
  return card(issue, read, extras, { on: 'card', asked: isAsked(issue, to) }, []);
}

/** The private card of one reader, with every step and the newest events. */
export function ownCard(
  issue: Issue,
  events: readonly IssueEvent[],
  read: Reader,
  extras: CardExtras = noExtras,
  to: string | null = null,
): Message {
  const lines = events.map(
    (event) => mrkdwn`${momentFor(event.at, read)} · ${eventSentence(event, issue, read)}`,
  );
  const steps = [
    progressLine(extras.steps) ?? mrkdwn`*Steps*, none yet.`,
    ...stepList(extras.steps, issue, read),
  ];
  const history = lines.length > 0 ? [section(joined(lines, '\n'))] : [];
  const work = section(joined(steps, '\n'), stepsMoreOf(issue, extras.steps, 'own'));
  return {
    ...card(issue, read, extras, { on: 'own', asked: isAsked(issue, to) }, [work, ...history]),
    lasting: snapshot(issue, read, extras, [section(joined(steps, '\n')), ...history]),
  };
}

/** The card in a message that stays and is never redrawn: it offers to look again, and nothing that goes out of date. */
function snapshot(issue: Issue, read: Reader, extras: CardExtras, more: readonly KnownBlock[]): Message {
  const { id, number } = issue;
  const lasting = { ...read, lasting: true } as const;
  const { text, blocks } = card(issue, lasting, extras, { on: null, asked: false }, more);
  const again = [
    actions(button(showIssue, { id }, `Show issue ${number}`)),
    context(mrkdwn`As of ${momentFor(read.now, lasting)}.`),
  ];
  return { text, blocks: [...blocks, ...again] };
}

interface Drawn {
  /** Where its buttons stand; null: it has none. */
  readonly on: PressedOn | null;
  /** Its reader is asked to take it. */
  readonly asked: boolean;
}

function isAsked({ asked }: Issue, to: string | null): boolean {
  return asked?.active === true && asked.slackUserId === to;
}

function card(
  issue: Issue,
  read: Reader,
  extras: CardExtras,
  { on, asked }: Drawn,
  more: readonly KnownBlock[],
): Message {
  const { details, resolutionNote, links } = issue;
  return drawCard({
    mark: markOf(issue),
    finding: asked ? askingOf(issue) : findingOf(issue, read),
    aside: asked ? null : asideOf(issue, read),
    title: issue.title,
    more: on ? moreOf(issue, extras, on) : undefined,
    facts: factsOf(issue, read, extras),
    body: [
      ...(resolutionNote ? [section(mrkdwn`${shorten(resolutionNote, 400)}`)] : []),
      ...(details ? [section(mrkdwn`${shorten(details, detailsShown)}`)] : []),
      ...(links.length > 0 ? [section(touches(links, extras), on ? linkButton(links) : undefined)] : []),
      ...more,
    ],
    buttons: on ? (asked ? answersOf(issue, on) : buttonsOf(issue, extras, on)) : [],
    footer: footerOf(issue, read, extras, on),
  });
}

/** "Shipping · *step 2 of 7:* call the depot · raised by Maya 02:02": one line, what decides something in bold. */
function factsOf(issue: Issue, read: Reader, extras: CardExtras): readonly (string | Mrkdwn)[] {
  const { department, kind, severity, dueAt, room, reporter, connector, createdAt, state, owner } = issue;
  const { reopening } = extras;
  const step = nextStep(extras.steps, issue, read);
  const over = !isOpen(state);
  const label = extras.kindLabel ?? capital(kind);
  return [
    ...(over ? [severityWords[severity], ...(owner ? [nameOf(owner)] : [])] : []),
    capital(department),
    ...(kind === otherKind || says(department, label) ? [] : [label]),
    ...(step ? [step] : []),
    ...(dueAt && !over ? [mrkdwn`*due ${momentFor(dueAt, read)}${lateWords(dueAt, read)}*`] : []),
    ...(room ? [channelMention(room)] : []),
    `raised by ${reporter ? nameOf(reporter) : shorten(connector ?? 'Quartermaster', 40)} ${momentFor(createdAt, read)}`,
    ...(reopening ? [reopened(reopening, read)] : []),
  ];
}

/** Whether the department's name says the kind as well: "Shipping · Shipment" says one thing twice. */
function says(department: string, label: string): boolean {
  return department.slice(0, 4) === label.slice(0, 4).toLowerCase();
}

/** "*reopened 14:00* by Lena (Dead again.)". */
function reopened(event: NonNullable<CardExtras['reopening']>, read: Reader): Mrkdwn {
  const why = event.note ? ` (${shorten(event.note, 80)})` : '';
  return mrkdwn`*reopened ${momentFor(event.at, read)}* by ${doerOf(event)}${why}`;
}

/** "#3 · from a command · next: the leads are told 02:27". */
function footerOf(
  issue: Issue,
  read: Reader,
  extras: CardExtras,
  on: PressedOn | null,
): readonly (string | Mrkdwn)[] {
  const { number, place, links } = issue;
  const next = upcoming(issue, extras.steps, read.now);
  return [
    `#${number}`,
    `from ${sourceWords(issue)}`,
    ...(on !== 'card' && isChannel(place) ? [mrkdwn`card in ${channelMention(place)}`] : []),
    ...(links.length > 0 ? [`as of ${momentFor(read.now, read)}`] : []),
    ...(next ? [`next: ${nextWords[next.what]} ${momentFor(next.at, read)}`] : []),
  ];
}

const nextWords: Readonly<Record<Upcoming['what'], string>> = {
  owner: 'a reminder at',
  leads: 'leads at',
  wakes: 'comes back',
  due: 'due',
  step: 'a step is due',
  closes: 'closes',
};

/** Opens what it is about: the first, where there are several. */
function linkButton(links: readonly Link[]) {
  const shown = links.find(({ what }) => what !== 'message');
  return shown && button(showLinkAction, { what: shown.what, ref: shown.ref }, 'Show it');
}

/** Labels date from the linking, so the present state is added. */
function touches(links: readonly Link[], { standing }: CardExtras): Mrkdwn {
  const shown = links.slice(0, linksShown).map(({ ref, label, url }) => {
    const now = standing.get(ref);
    const words = `${shorten(label, 60)}${now ? `: ${shorten(now, 60)}` : ''}`;
    return url ? link(url, words) : mrkdwn`${words}`;
  });
  const more = links.length - shown.length;
  return mrkdwn`About ${joined([...shown, ...(more > 0 ? [mrkdwn`${more} more`] : [])], ' · ')}`;
}
