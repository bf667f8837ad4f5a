import { number } from '../../../core/text/quantity.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { drawMoved, rowsAsFile, showFigure, showMoved } from '../card/actions.ts';
import { daysTold } from '../card/since-words.ts';
import { permille } from '../figure/rules.ts';
import { pointsWords } from '../figure/words.ts';
import type { Moving } from './model.ts';
import { biggest, isAgainst, type Moved, movedBy, type Shared, sizeOf } from './rules.ts';
import { partNames } from './words.ts';

const shownParts = 12;

/** What moved a KPI: the part that did most first. What is printed adds up to the change as it is printed. */
export function movedMessage(moving: Moving, reader: Reader): Message {
  const { kpi, by, days, before, since, now, past } = moving;
  const moved = movedBy(now, past);
  const title = `${daysTold(days, since, reader.now)} against ${daysTold(before, since, reader.now)}, by ${by.title}`;
  if (!moved)
    return card({
      finding: `${kpi.name}: one of the two times has no data, so nothing can be held against the other`,
      title,
    });
  const { change, parts } = moved;
  const nameOf = partNames(moving);
  const shown = biggest(parts, parts.length > shownParts ? shownParts - 1 : shownParts);
  const left = parts.filter((part) => !shown.includes(part));
  const rest = (of: (part: Moved) => bigint) => left.reduce((sum, part) => sum + of(part), 0n);
  return card({
    finding: shorten(findingOf(moving, moved), limits.finding),
    title,
    body: [
      table(
        [
          { title: capitalized(by.title), wraps: true },
          { title: 'How it did', align: 'right' },
          { title: 'Its share', align: 'right' },
        ],
        [
          ...shown.map((part) => [
            `${shorten(nameOf(part.value), 60)}${isAgainst(part, change) ? ', against it' : ''}: ${ratesWords(part)}`,
            signedPoints(part.performance),
            signedPoints(part.mix),
          ]),
          ...(left.length > 0
            ? [
                [
                  `${number(left.length)} more together`,
                  signedPoints(rest((part) => part.performance)),
                  signedPoints(rest((part) => part.mix)),
                ],
              ]
            : []),
        ],
      ),
      dimensionMenu(moving),
    ],
    buttons: buttonsOf(moving),
    footer: [
      'Points of the whole; all of them together are the change. Its share: it had more or less of the whole, and it is better or worse than the mean',
    ],
  });
}

function buttonsOf({ kpi, by, days, versus }: Moving) {
  const asked = { kpi: kpi.key, from: days.from, to: days.to, by: by.name, versus };
  return [
    button(drawMoved, asked, 'Chart'),
    button(rowsAsFile, asked, 'Rows as CSV'),
    button(showFigure, asked, 'Back to the figure'),
  ];
}

function dimensionMenu({ kpi, by, days, versus, splits }: Moving) {
  const asked = { kpi: kpi.key, from: days.from, to: days.to, versus };
  const offered = kpi.facts.dimensions.filter((one) => splits.includes(one) || one === by);
  const options = offered.map(({ name, title }) => ({
    value: { ...asked, by: name },
    label: `By ${title}`,
    picked: name === by.name,
  }));
  return actions(menu(showMoved, 'Split by …', options, { key: 'by' }));
}

/** "On time fell by 8.0 points: FR −8.0 by how it did; against it DE +1.2": what went with the change first. */
function findingOf(
  moving: Moving,
  { change, parts }: { readonly change: bigint; readonly parts: readonly Moved[] },
): string {
  const { name } = moving.kpi;
  if (change === 0n) return `${name} is as before`;
  const nameOf = partNames(moving);
  const [first] = parts.filter((part) => sizeOf(part) !== 0n && !isAgainst(part, change));
  const [other] = parts.filter((part) => isAgainst(part, change));
  const because = first ? `: ${shorten(nameOf(first.value), 60)} ${becauseOf(first, change)}` : '';
  const against = other
    ? `; against it ${shorten(nameOf(other.value), 60)} ${signedPoints(sizeOf(other))}`
    : '';
  return `${name} ${change > 0n ? 'rose' : 'fell'} by ${pointsWords(change < 0n ? -change : change)} points${because}${against}`;
}

/** "−7.4, of which −6.5 by how it did and −0.9 by a changed share of the whole"; what went against it last. */
function becauseOf(part: Moved, change: bigint): string {
  const { performance, mix, before, now } = part;
  const grew = before && now ? 'a changed share of the whole' : now ? 'being new' : 'being gone';
  const [most, least] = [
    { by: performance, words: 'how it did' },
    { by: mix, words: grew },
  ].toSorted((a, b) => Number(change < 0n ? a.by - b.by : b.by - a.by));
  if (!most || !least || least.by === 0n) return `${signedPoints(sizeOf(part))} by ${most?.words}`;
  const joint = most.by < 0n === least.by < 0n ? ' and' : ', against it';
  return `${signedPoints(sizeOf(part))}: ${signedPoints(most.by)} by ${most.words}${joint} ${signedPoints(least.by)} by ${least.words}`;
}

/** "50.0 % of 10, was 90.0 % of 10". */
function ratesWords({ before, now }: Moved): string {
  return `${rateWords(now)}, was ${rateWords(before)}`;
}

function signedPoints(tenths: bigint): string {
  return `${tenths > 0n ? '+' : ''}${pointsWords(tenths)}`;
}

function rateWords(share: Shared | null): string {
  if (!share) return 'none';
  if (share.d === 0n) return `${number(Number(share.n))} of 0`;
  return `${pointsWords(permille(share.n, share.d))} % of ${number(Number(share.d))}`;
}
