import type { Reader } from '../../../core/time/reader.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { openTarget, showFigure } from '../card/actions.ts';
import { usualPeriod } from '../days/period.ts';
import { cutWords, goalWords } from '../targets/words.ts';
import type { TargetSet } from './model.ts';

/** The answer to the form. `today`: of the business. */
export function targetSet(kpi: Kpi, { row, before }: TargetSet, today: string, reader: Reader): Message {
  const { cut, target, limit, currency, validFrom } = row;
  const about = `${kpi.name}${cut ? `, ${shorten(cutWords(kpi, cut), 60)}` : ''}`;
  const goal = target === null ? 'no target' : `target ${goalWords(kpi, target, currency)}`;
  const most = limit === null ? '' : `, limit ${goalWords(kpi, limit, currency)}`;
  const was =
    before === null
      ? 'It had none before.'
      : `Before that it was ${goalWords(kpi, before.target, before.currency)}${before.since === null ? ', our default' : ''}.`;
  const from = validFrom === today ? 'today' : calendarDay(new Date(validFrom), reader.now);
  const finding = mrkdwn`${about}: ${goal}${most} from ${from} on`;
  const later =
    'Figures are held against the target of their last day: that of the last 30 days ended yesterday.';
  const { from: first, to } = usualPeriod(today);
  return message(mrkdwn`${finding}. ${was}`, [
    section(mrkdwn`*${finding}*\n${was}${validFrom >= today ? ` ${later}` : ''}`),
    actions(
      button(
        showFigure,
        { kpi: kpi.key, from: first, to, by: cut?.dimension ?? null, versus: null },
        'Show the figure',
      ),
      button(openTarget, { kpi: kpi.key }, 'Target'),
    ),
  ]);
}

/** The answer where Slack opens no form. */
export function noTargetForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/kpi target on time 97 %\` sets one for the whole business.`;
  return message(text, [section(text)]);
}
