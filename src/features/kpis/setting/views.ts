import { listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { openTarget, showFigure } from '../card/actions.ts';
import { usualPeriod } from '../days/period.ts';
import { aimWords, comingWords, cutWords, goalWords } from '../targets/words.ts';
import type { Backdated } from './backdated-model.ts';
import type { TargetSet } from './model.ts';

/** The answer to the form. `today`: of the business. */
export function targetSet(
  kpi: Kpi,
  { row, before, told }: TargetSet,
  today: string,
  reader: Reader,
): Message {
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
  const heard = told.length > 0 ? `: ${listOf(told)} ${told.length === 1 ? 'hears' : 'hear'} of it` : '';
  const past = ` Days from then on, up to the next target, are judged by it now${heard}.`;
  const later =
    'Figures are held against the target of their last day: that of the last 30 days ended yesterday.';
  const { from: first, to } = usualPeriod(today);
  return message(mrkdwn`${finding}. ${was}`, [
    section(mrkdwn`*${finding}*\n${was}${validFrom >= today ? ` ${later}` : past}`),
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

/** For those who set what held then, and for the department. */
export function backdatedMessage(kpi: Kpi, told: Backdated, { now }: Reader): Message {
  const { part, target, limit, currency, before, validFrom, by } = told;
  const goal = comingWords(
    kpi,
    {
      validFrom,
      target: target === null ? null : BigInt(target),
      limit: limit === null ? null : BigInt(limit),
      currency,
    },
    now,
  );
  const about = part === null ? kpi.name : `${kpi.name}, ${shorten(part, 60)}`;
  const was = before
    ? `it was ${aimWords(kpi, { ...before, target: BigInt(before.target), limit: null }, now)}`
    : 'it had none';
  const finding = mrkdwn`${about}: ${shorten(by, 60)} has set ${target === null ? '' : 'the target to '}${goal} on, for days that have passed`;
  return message(finding, [
    section(
      mrkdwn`*${finding}*\nBefore that ${was}. Days from then on, up to the next target, are judged by it now.`,
    ),
    context(mrkdwn`\`/kpi target ${kpi.aliases[0] ?? kpi.key}\` shows all that was set`),
  ]);
}

/** The answer where Slack opens no form. */
export function noTargetForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/kpi target on time 97 %\` sets one for the whole business.`;
  return message(text, [section(text)]);
}
