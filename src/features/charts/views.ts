import type { KnownBlock } from '@slack/types';
import { altOf, detailsOf, findingOf } from '../../charts/findings.ts';
import type { Chart } from '../../charts/model.ts';
import { nativeOf } from '../../charts/native.ts';
import { tableOf } from '../../charts/table.ts';
import { number } from '../../core/text/quantity.ts';
import { count } from '../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../core/time/reader.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { button, context, message, section, table } from '../../ui/blocks.ts';
import { type CardParts, card } from '../../ui/card.ts';
import { limits, shorten } from '../../ui/limits.ts';
import { picture, plotted } from '../../ui/pictures.ts';
import { mrkdwn, userMention } from '../../ui/text.ts';
import { shareChart } from './actions.ts';
import type { Shown } from './model.ts';

/** A chart in its own message: what it shows, the chart, and its values to be read. */
export function chartMessage(chart: Chart, shown: Shown, request: string): Message {
  return drawnCard(chart, shown, { buttons: [button(shareChart, { request }, 'Share in channel')] });
}

/** The same as everybody in a channel sees it, with the moment of which it is. */
export function sharedChart(
  chart: Chart,
  shown: Shown,
  { by, at, reader }: { readonly by: string | null; readonly at: Date; readonly reader: Reader },
): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const asOf = mrkdwn`As of ${momentFor(at, { ...reader, lasting: true })}${who}`;
  return drawnCard(chart, shown, { footer: [asOf] });
}

function drawnCard(
  chart: Chart,
  shown: Shown,
  { buttons = [], footer = [] }: Pick<CardParts, 'buttons' | 'footer'>,
): Message {
  const [what = '', ...more] = detailsOf(chart);
  const { columns, rows, left } = tableOf(chart);
  // What the values say, the table says as well.
  const facts = chart.kind === 'bars' ? [] : more.slice(0, chart.kind === 'moved' ? 0 : more.length);
  return card({
    finding: shorten(findingOf(chart), limits.finding),
    title: what,
    facts,
    spoken: chart.kind === 'trend' ? null : more.join('. '),
    body: [
      ...chartBlocks(chart, shown),
      ...(rows.length > 0
        ? [
            table(
              columns.map(({ title, isNumber }, n) => ({
                title,
                align: isNumber ? 'right' : 'left',
                // On a phone no column pushes another out of sight.
                wraps: [title, ...rows.map((row) => row[n] ?? '')].some((cell) => cell.length > 12),
              })),
              rows,
            ),
          ]
        : []),
    ],
    buttons,
    footer: [
      ...footer,
      ...(left > 0 ? [leftWords(chart, shown, left)] : []),
      ...(shown.as === 'words' ? [`There is no picture of it: ${shown.reason}`] : []),
    ],
  });
}

/** The chart itself, as one block; none: it is told in words alone. */
export function chartBlocks(chart: Chart, shown: Shown): readonly KnownBlock[] {
  if (shown.as === 'picture') return [picture(shown.slackFile, altOf(chart))];
  const native = shown.as === 'native' ? nativeOf(chart) : null;
  return native ? [plotted(native)] : [];
}

function leftWords({ kind }: Chart, { as }: Shown, left: number): string {
  if (kind !== 'trend') return `and ${number(left)} more`;
  return `${count(left, 'day')} before: ${as === 'words' ? 'left out' : 'in the chart alone'}`;
}

/** The answer to whoever asks for a chart: what it says, before it comes. */
export function chartAsked(chart: Chart, { isSecond }: { readonly isSecond: boolean }): Message {
  const text = mrkdwn`${shorten(findingOf(chart), limits.finding)}`;
  const note = isSecond
    ? mrkdwn`You have asked for it already: it comes to your direct messages with me.`
    : mrkdwn`The chart comes to your direct messages with me.`;
  return message(text, [section(text), context(note)]);
}

/** To whoever asked for a chart and may not see it any more. */
export function chartRefused(why: string): Message {
  const text = mrkdwn`The chart that you asked for does not come: ${why}`;
  return message(text, [section(text)]);
}
