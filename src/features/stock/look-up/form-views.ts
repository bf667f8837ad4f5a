import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { lookUpForm } from './forms.ts';

export function lookUpFormView(): FormView {
  return formView(lookUpForm, {
    title: 'Look up stock',
    submit: 'Look up',
    inputs: {
      text: textInput({
        label: 'SKU, barcode or words of the title',
        hint: 'Several SKUs give a table.',
        max: 200,
      }),
    },
  });
}

/** The answer where no form can be opened. */
export function lookUpInWords(): Message {
  const how = mrkdwn`\`/stock MUG-01\` looks a product up.`;
  return message(how, [section(how)]);
}
