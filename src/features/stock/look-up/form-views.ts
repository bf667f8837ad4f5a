import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';

export function lookUpFormView(): FormView {
  return formView('Look up stock', 'Look up', [
    textInput({
      field: 'text',
      label: 'SKU, barcode or words of the title',
      hint: 'Several SKUs give a table.',
      max: 200,
    }),
  ]);
}

/** Where no form can be opened. */
export function lookUpInWords(): Message {
  const how = mrkdwn`\`/stock MUG-01\` looks a product up.`;
  return message(how, [section(how)]);
}
