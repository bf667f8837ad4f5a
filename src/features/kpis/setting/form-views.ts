import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { context, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { dateInput, pickInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { isRate } from '../figure/rules.ts';
import type { TargetEntry } from '../targets/model.ts';
import { aimWords, comingWords, cutWords, goalTyped } from '../targets/words.ts';
import { scopeChoices, wholeBusiness } from './choices.ts';
import { targetForm } from './forms.ts';
import type { TargetChoices } from './model.ts';

/** Sets a target; what was set before stands below. */
export function targetFormView(choices: TargetChoices, reader: Reader): FormView {
  const { kpi, cuts, current, today } = choices;
  const initial = (goal: bigint | null | undefined) =>
    goal == null ? {} : { initial: goalTyped(kpi, goal, current?.currency ?? '') };
  return formView(targetForm, {
    title: 'Set a target',
    submit: 'Set',
    above: [section(mrkdwn`*${kpi.name}*\n${kpi.formula}\n${judgedWords(kpi)}`)],
    inputs: {
      scope: pickInput({
        label: 'For',
        hint: 'A part without a target of its own raises no issue of its own.',
        choices: scopeChoices(kpi, cuts),
        initial: wholeBusiness,
      }),
      target: textInput({
        label: 'Target',
        hint: `Such as ${exampleOf(kpi)}. Left empty, there is none from that day on.`,
        max: 40,
        ...initial(current?.target),
      }),
      limit: textInput({
        label: 'Limit',
        hint: `${kpi.good === 'up' ? 'Less' : 'More'} than this is no longer borne${kpi.measure.kind === 'share' ? ': the issue is High then, and else Normal' : ''}. It may be left empty.`,
        max: 40,
        ...initial(current?.limit),
      }),
      validFrom: dateInput({
        label: 'From',
        hint: 'Days before that keep the target that they had.',
        initial: today,
      }),
      note: textInput({ label: 'Note', hint: 'Why, for whoever reads the history.', max: 200 }),
    },
    below: historyBlocks(choices, reader),
  });
}

/** What comes of a miss. */
function judgedWords({ measure }: Kpi): string {
  if (measure.kind === 'share')
    return 'An issue is raised once the last 7 days, or 28 where those have fewer than 100, are worse than the target beyond doubt.';
  if (measure.kind === 'lasting')
    return 'No issue is raised for it: only where single things are counted can I tell a miss from chance.';
  if (measure.kind === 'spread')
    return 'It is held against what half of them stay within. No issue is raised for it: only for a share can I tell a miss from chance.';
  const held =
    measure.kind === 'sum'
      ? 'It is for each day.'
      : 'It is held against what the last of the days ends with.';
  return `${held} No issue is raised for it: only for a share can I tell a miss from chance.`;
}

function exampleOf({ measure }: Kpi): string {
  if (isRate(measure)) return '98 % or 98.5 %';
  if (measure.kind === 'spread')
    return { days: '14 days', ms: '36 h or 1.5 days', s: '30 s or 5 min' }[measure.unit];
  if (measure.kind !== 'sum') return '20';
  return measure.unit === 'money' ? '€1,200 a day' : '20 a day';
}

function historyBlocks({ kpi, history }: TargetChoices, reader: Reader) {
  const ours = kpi.target
    ? mrkdwn`Before that ${aimWords(kpi, { ...kpi.target, currency: '', since: null }, reader.now)}`
    : null;
  if (history.length === 0) {
    const none = kpi.target
      ? mrkdwn`Nobody has set a target: ${aimWords(kpi, { ...kpi.target, currency: '', since: null }, reader.now)}`
      : mrkdwn`Nobody has set a target yet`;
    return [context(none)];
  }
  const lines = history.map((entry) => entryLine(kpi, entry, reader));
  return [section(mrkdwn`*What was set*\n${joined([...lines, ...(ours ? [ours] : [])], '\n')}`)];
}

/** "97 %, limit 93 % from 5 Mar, carrier DHL: Lena, Thu 5 Mar 09:00 (peak is over)". */
function entryLine(kpi: Kpi, entry: TargetEntry, reader: Reader) {
  const { cut, setBy, setAt, note, isReplaced } = entry;
  const part = cut ? `, ${shorten(cutWords(kpi, cut), 60)}` : '';
  const why = note ? ` (${shorten(note, 80)})` : '';
  return mrkdwn`${comingWords(kpi, entry, reader.now)}${part}: ${setBy ?? 'nobody in Slack'}, ${dayMoment(setAt, reader)}${why}${isReplaced ? ', replaced since' : ''}`;
}
