import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { context, message, section, table } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Mapped, MappedCode } from './model.ts';

const shown = 30;

/** Codes that nobody knows, the most frequent first, and how to say what they mean. */
export function codesMessage(codes: readonly MappedCode[], mayMap: boolean, reader: Reader): Message {
  const open = codes.filter(({ status }) => status === null);
  const [worst] = open;
  if (codes.length === 0) {
    const text = mrkdwn`Every code that carriers have sent is known`;
    return message(text, [
      section(mrkdwn`*${text}*`),
      context(
        mrkdwn`A code that nobody knows is kept with its event, counted here, and never taken for a delivery.`,
      ),
    ]);
  }
  const finding = worst
    ? `I do not know ${count(open.length, 'code')}${open.length === 1 ? ':' : ', most often'} ${shorten(worst.code, 60)} of ${shorten(worst.source, 40)}`
    : `${count(codes.length, 'code')} ${codes.length === 1 ? 'was unknown, and is' : 'were unknown, and all are'} mapped`;
  const how = mayMap
    ? mrkdwn`Say what one means: \`/ops map EasyPost delivered_to_drone delivered\`, and whose fault a reason is: \`/ops map file 3PL reason R07 weather delay\`. It counts for all its events, past and to come; *unknown* takes it back.`
    : mrkdwn`A manager says what one means, with \`/ops map\`. Until then it counts as a scan, and never as a delivery.`;
  const left = codes.length - shown;
  return message(mrkdwn`${finding}. ${how}`, [
    section(mrkdwn`*${finding}*`),
    table(
      [
        { title: 'Source' },
        { title: 'Code', wraps: true },
        { title: 'Means' },
        { title: 'Events', align: 'right' },
        { title: 'Last' },
        { title: 'Such as' },
      ],
      codes
        .slice(0, shown)
        .map(({ source, code, status, count: events, lastAt, sample }) => [
          shorten(source, 40),
          shorten(code, 100),
          status?.replaceAll('_', ' ') ?? '?',
          number(events),
          dayMoment(lastAt, reader),
          shorten(sample, 40),
        ]),
    ),
    ...(left > 0 ? [context(mrkdwn`and ${count(left, 'more code')}`)] : []),
    context(how),
  ]);
}

export function mappedMessage({ source, code, status, shipments }: Mapped): Message {
  const name = `${shorten(code, 100)} of ${shorten(source, 40)}`;
  const what =
    status === 'unknown' ? `${name} means nothing any more` : `${name} means ${status.replaceAll('_', ' ')}`;
  const again =
    shipments === 0
      ? 'Nothing that was told before changes.'
      : `${count(shipments, 'tracking number')} with it ${shipments === 1 ? 'is' : 'are'} looked at again now.`;
  return message(mrkdwn`${what}. ${again}`, [section(mrkdwn`*${what}*\n${again}`)]);
}
