import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, menu, more, section } from '../../../ui/blocks.ts';
import { card, mostButtons } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { goodsNote } from '../../orders/index.ts';
import { freshnessWords, silenceWords } from '../card/freshness-views.ts';
import { stepsWords } from '../card/step-words.ts';
import { exceptionsAction, listAction } from '../parcels/actions.ts';
import { everything } from '../parcels/model.ts';
import { amountWords, becauseWords } from '../parcels/words.ts';
import { type ExceptionKind, exceptionKinds } from '../status/exception-model.ts';
import type { ExceptionGroup, Exceptions } from './model.ts';
import { kindWords } from './words.ts';

const shownGroups = 10;
const mostChoices = 4;

/** What is wrong, why and what to do, the most value first. */
export function exceptionsMessage(exceptions: Exceptions, reader: Reader): Message {
  const { groups, parcels, open, heard } = exceptions;
  const silence = silenceWords(heard, reader);
  const kinds = kindsOf(groups);
  return card({
    mark: parcels > 0 || silence !== '' ? 'attention' : null,
    finding: shorten(`${exceptionWords(exceptions, reader)}${silence}`, limits.finding),
    title: 'Exceptions',
    facts:
      parcels === 0
        ? [mrkdwn`looked at ${count(open, 'parcel')} on their way, and at what came back in the last 14 days`]
        : [...kinds].map(([kind, n]) => mrkdwn`*${number(n)}* ${kindWords(kind, n)}`),
    body: groups.length === 0 ? [] : [...groupLines(groups, reader), groupMenu(groups)],
    buttons: [...kinds]
      .slice(0, mostButtons)
      .map(([kind, n]) =>
        button(listAction, listed(kind), `${number(n)} ${kindWords(kind, n)}`, { key: kind }),
      ),
    more: more([
      ...[...kinds]
        .slice(mostButtons, mostButtons + mostChoices)
        .map(([kind, n]) => choice(listAction, listed(kind), `${number(n)} ${kindWords(kind, n)}`)),
      choice(exceptionsAction, {}, 'Refresh'),
    ]),
    footer: [...(parcels > 0 ? [goodsNote] : []), freshnessWords(heard, reader)],
  });
}

/** "7 exceptions (€412.00), the oldest for 6 days": the finding of whatever tells of them. */
export function exceptionWords({ groups, parcels, amounts }: Exceptions, reader: Reader): string {
  if (groups.length === 0) return 'No exceptions';
  const oldest = new Date(Math.min(...groups.map(({ since }) => since.getTime())));
  const worth = amountWords(amounts);
  return `${count(parcels, 'exception')}${worth === '' ? '' : ` (${worth})`}, the oldest for ${distance(oldest, reader.now)}`;
}

/** How many there are of each kind, the gravest first. */
function kindsOf(groups: readonly ExceptionGroup[]): ReadonlyMap<ExceptionKind, number> {
  const sums = exceptionKinds.map((kind) => {
    const own = groups.filter((one) => one.kind === kind);
    return [kind, own.reduce((sum, { parcels }) => sum + parcels, 0)] as const;
  });
  return new Map(sums.filter(([, n]) => n > 0));
}

/** A line for each group, what to do under it: a table of so many columns is wider than a phone. */
function groupLines(groups: readonly ExceptionGroup[], reader: Reader) {
  const left = groups.length - shownGroups;
  return [
    ...groups.slice(0, shownGroups).map((one) => section(groupWords(one, reader))),
    ...(left > 0 ? [context(mrkdwn`and ${count(left, 'more group')}: the menu opens them`)] : []),
  ];
}

/** "*1 delayed* because of the weather · since Wed 4 Mar 12:00 CET · €50.00", and what to do. */
function groupWords(group: ExceptionGroup, reader: Reader): Mrkdwn {
  const { kind, parcels } = group;
  return mrkdwn`*${number(parcels)} ${kindWords(kind, parcels)}*${becauseSince(group, reader)}\n${stepsWords(group)}`;
}

/** " because of the weather · since Wed 4 Mar 12:00 CET · €50.00", after how many there are of what kind. */
export function becauseSince({ fault, since, amounts }: ExceptionGroup, reader: Reader): string {
  const worth = amountWords(amounts);
  return `${becauseWords(fault)} · since ${at(since, reader)}${worth === '' ? '' : ` · ${worth}`}`;
}

function groupMenu(groups: readonly ExceptionGroup[]) {
  const options = groups.map(({ kind, fault, parcels }) => ({
    value: { ...listed(kind), fault },
    label: `${number(parcels)} ${kindWords(kind, parcels)}${becauseWords(fault)}`,
  }));
  return actions(menu(listAction, 'Open a group', options));
}

function listed(kind: ExceptionKind) {
  return { ...everything, show: kind, after: null };
}
