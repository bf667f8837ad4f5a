import { number } from '../../core/text/quantity.ts';
import { count } from '../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../core/time/reader.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { message, section } from '../../ui/blocks.ts';
import { joined, mrkdwn } from '../../ui/text.ts';
import { mostPlainBytes, type Written } from './model.ts';

/** The words above the file, in one paragraph of mark-up. */
export function fileWords(one: string, written: Written, read: Reader): string {
  const { rows, isCut, isCompressed } = written;
  const parts = [
    isCut ? mrkdwn`The first ${count(rows, one)} as CSV` : mrkdwn`${count(rows, one)} as CSV`,
    mrkdwn`as of ${momentFor(read.now, read)}.`,
  ];
  const notes = [
    mrkdwn`Moments in it are in UTC.`,
    ...(isCut ? [mrkdwn`A file holds ${number(rows)} rows: narrow the list for the others.`] : []),
    ...(isCompressed
      ? [
          mrkdwn`It is larger than ${number(mostPlainBytes / 1_048_576)} MB, so it is compressed (gzip): unpack it before you open it.`,
        ]
      : []),
  ];
  return joined([joined(parts, ', '), ...notes], ' ').toString();
}

/** To whoever waits for a file that will not come. */
export function exportFailed(title: string, reason: string): Message {
  const text = mrkdwn`There is no CSV file of ${title}: ${reason}`;
  return message(text, [section(text)]);
}
