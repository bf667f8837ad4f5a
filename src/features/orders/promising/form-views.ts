import type { Choice } from '../../../core/tokens/choice.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { dateInput, numberInput, pickInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { anyService } from './draft-model.ts';
import { endForm, ruleForm } from './forms.ts';
import { mostDays, type ServiceName, type StandingRule } from './model.ts';
import { daysMeant, ordersMeant, serviceName } from './words.ts';

export function ruleFormView(services: readonly ServiceName[]): FormView {
  const days = { min: 0, max: mostDays };
  return formView(ruleForm, {
    title: 'Add a promise rule',
    submit: 'Add',
    above: [
      section(
        mrkdwn`It counts where the channel promises nothing. What is left empty is for any order; of several rules that fit, the one that names most counts.`,
      ),
    ],
    inputs: {
      transitDays: numberInput({
        label: 'Working days on the way',
        hint: 'From the day it leaves until it is there.',
        ...days,
      }),
      handlingDays: numberInput({ label: 'Working days for handling', ...days, initial: 0 }),
      channel: textInput({ label: 'Channel', hint: 'Such as shopify or amazon.de.', max: 80 }),
      service: pickInput({ label: 'Service', choices: serviceChoices(services), initial: anyService }),
      country: textInput({ label: 'Country', hint: 'Such as DE or Germany.', max: 60 }),
      from: dateInput({
        label: 'First day',
        hint: 'Of payment. Left empty, today. The rule before it for the same orders ends then.',
      }),
    },
  });
}

export function serviceChoices(services: readonly ServiceName[]): readonly Choice[] {
  return [
    { value: anyService, label: 'Any service' },
    ...services.map((one) => ({ value: one.id, label: serviceName(one) })),
  ];
}

export function endFormView(standing: StandingRule, today: string): FormView {
  const { rule } = standing;
  return formView(endForm, {
    title: 'End the rule',
    submit: 'End',
    above: [
      section(
        mrkdwn`*${ordersMeant(standing)}*\n${daysMeant(rule)}\nOrders that are paid after its last day go by the other rules, or are promised nothing. What was promised stays.`,
      ),
    ],
    inputs: {
      last: dateInput({
        label: 'Last day',
        initial: today,
        ...(standing.state === 'to come' && {
          hint: `It begins on ${rule.validFrom}: a day before that takes it back, and the one before it goes on.`,
        }),
      }),
    },
  });
}
