import type { SelectedRow } from '../../core/declare/lists/listing.ts';
import { count } from '../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../core/time/reader.ts';
import type { Action } from '../../core/tokens/action.ts';
import type { Selected } from '../../core/tokens/bulk.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../ui/blocks.ts';
import { shorten } from '../../ui/limits.ts';
import { andMore } from '../../ui/paged-list.ts';
import { joined, mrkdwn } from '../../ui/text.ts';
import { showApproval } from '../approvals/index.ts';
import { resultsAction } from './actions.ts';
import type { Result, Run, Tally } from './model.ts';
import { leftWords } from './words.ts';

export interface EndedRun {
  readonly run: Pick<Run, 'id' | 'count' | 'state' | 'reason'>;
  readonly tally: Tally;
  /** "Marked 41 of 46 issues as done". */
  readonly ended: string;
  /** "asked for already": of what somebody did before. */
  readonly already: string;
  /** The first that were not done. */
  readonly skipped: readonly Result[];
}

/** What became of the rows: how many, which were left alone and why, and a file of all. */
export function endedMessage({ run, tally, ended, already, skipped }: EndedRun): Message {
  const left = leftWords(run.count, tally, already);
  const isNothingNew = (tally.done ?? 0) === 0 && (tally.already ?? 0) > 0;
  const what = isNothingNew ? 'Nothing new' : ended;
  const finding = left ? mrkdwn`${what}: ${left}` : mrkdwn`${what}`;
  const lines = skipped.map(
    ({ label, said }) => mrkdwn`${shorten(label, 80)}: ${shorten(said ?? 'not reached', 200)}`,
  );
  const others = run.count - (tally.done ?? 0) - skipped.length;
  return message(finding, [
    section(mrkdwn`*${finding}*`),
    ...(run.reason ? [section(mrkdwn`It was stopped. ${run.reason}`)] : []),
    ...(lines.length > 0 ? [section(joined(lines, '\n'))] : []),
    ...andMore(others),
    actions(button(resultsAction, { run: run.id }, 'As CSV')),
    ...(left ? [context(mrkdwn`What was left alone is as it was.`)] : []),
  ]);
}

/** A selection, with a button for each act that its person may do. */
export function selectedMessage(
  { id: selection, count: rows, one, first }: SelectedRows,
  acts: readonly Act[],
  read: Reader,
): Message {
  const them = rows === 1 ? 'it' : 'them';
  const finding = mrkdwn`${count(rows, one)} selected`;
  const what =
    acts.length > 0
      ? mrkdwn`What should be done with ${them}?`
      : mrkdwn`There is nothing that you may do with ${them}.`;
  return message(mrkdwn`${finding}. ${what}`, [
    section(mrkdwn`*${finding}.* ${what}`),
    section(
      joined(
        first.map((row) => mrkdwn`${shorten(row.label, 90)} · ${shorten(row.seen, 60)}`),
        '\n',
      ),
    ),
    ...andMore(rows - first.length),
    ...(acts.length > 0
      ? [actions(...acts.map(({ label, press }) => button(press, { selection, count: rows }, label)))]
      : []),
    context(
      mrkdwn`As of ${momentFor(read.now, read)}; good for a day. What changes before its turn comes is left alone.`,
    ),
  ]);
}

interface SelectedRows {
  readonly id: string;
  readonly count: number;
  readonly one: string;
  /** The first of them. */
  readonly first: readonly Pick<SelectedRow, 'label' | 'seen'>[];
}

interface Act {
  readonly label: string;
  readonly press: Action<Selected>;
}

/** What became of the request: it has begun, or waits for a yes. */
export function startedMessage({ id, number, state, said }: StartedBulk): Message {
  const text = mrkdwn`${said}`;
  const show = button(showApproval, { id }, `Show approval ${number}`);
  return message(text, [section(text), ...(state === 'done' ? [] : [actions(show)])]);
}

interface StartedBulk {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly said: string;
}
