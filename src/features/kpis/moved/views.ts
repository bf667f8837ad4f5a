import { number } from '../../../core/text/quantity.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { drawMoved, rowsAsFile, showFigure, showMoved } from '../card/actions.ts';
import { daysWords } from '../card/words.ts';
import { permille } from '../figure/rules.ts';
import { pointsWords } from '../figure/words.ts';
import type { Moving } from './model.ts';
import { type Moved, movedBy, type Shared } from './rules.ts';
import { partNames } from './words.ts';

const shownParts = 12;

/** What moved a KPI: the part that did most first. What is printed adds up to the change as it is printed. */
export function movedMessage(moving: Moving, reader: Reader): Message {
  const { kpi, by, days, before, now, past } = moving;
  const moved = movedBy(now, past);
  const title = `${daysWords(days, reader.now)} against ${daysWords(before, reader.now)}, by ${by.title}`;
  if (!moved)
    return card({
      finding: `${kpi.name}: one of the two times has no data, so nothing can be held against the other`,
      title,
    });
  const { change, parts } = moved;
  const [first] = parts;
  const nameOf = partNames(moving);
  const left = parts.slice(shownParts);
  const rest = (of: (part: Moved) => bigint) => left.reduce((sum, part) => sum + of(part), 0n);
  return card({
    finding: shorten(
      change === 0n
        ? `${kpi.name} is as before`
        : `${kpi.name} ${change > 0n ? 'rose' : 'fell'} by ${pointsWords(change < 0n ? -change : change)} points${first ? `: ${shorten(nameOf(first.value), 60)} ${becauseOf(first)}` : ''}`,
      limits.finding,
    ),
    title,
    body: [
      table(
        [
          { title: capitalized(by.title), wraps: true },
          { title: 'How it did', align: 'right' },
          { title: 'Its share', align: 'right' },
          { title: 'Rate', wraps: true },
        ],
        [
          ...parts
            .slice(0, shownParts)
            .map((part) => [
              shorten(nameOf(part.value), 60),
              signedPoints(part.performance),
              signedPoints(part.mix),
              `${rateWords(part.before)} → ${rateWords(part.now)}`,
            ]),
          ...(left.length > 0
            ? [
                [
                  `${number(left.length)} more together`,
                  signedPoints(rest((part) => part.performance)),
                  signedPoints(rest((part) => part.mix)),
                  '',
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

function dimensionMenu({ kpi, by, days, versus }: Moving) {
  const asked = { kpi: kpi.key, from: days.from, to: days.to, versus };
  const options = kpi.facts.dimensions.map(({ name, title }) => ({
    value: { ...asked, by: name },
    label: `By ${title}`,
    picked: name === by.name,
  }));
  return actions(menu(showMoved, 'Split by …', options, { key: 'by' }));
}

/** "by itself −6.5, by having more of the whole −0.9". */
function becauseOf({ performance, mix, before, now }: Moved): string {
  const grew = before && now ? 'a changed share of the whole' : now ? 'being new' : 'being gone';
  return `${signedPoints(performance)} by how it did, ${signedPoints(mix)} by ${grew}`;
}

function signedPoints(tenths: bigint): string {
  return `${tenths > 0n ? '+' : ''}${pointsWords(tenths)}`;
}

function rateWords(share: Shared | null): string {
  if (!share) return 'none';
  if (share.d === 0n) return `${number(Number(share.n))} of 0`;
  return `${pointsWords(permille(share.n, share.d))} % of ${number(Number(share.d))}`;
}
