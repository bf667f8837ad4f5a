import type { KnownBlock } from '@slack/types';
import type { Form } from '../core/declare/form.ts';
import type { FormView } from '../core/tokens/reply.ts';
import type { Input } from './inputs.ts';
import { shorten } from './limits.ts';

/**
 * One input for each field of a form and for nothing else: a missing, misspelt or mismatched one does not compile. An
 * optional field may have `null` instead.
 */
export type InputsOf<Entered> = {
  readonly [Field in keyof Entered]-?:
    | Input<NonNullable<Entered[Field]>>
    | (null extends Entered[Field] ? null : never);
};

export interface FormWords<Entered> {
  readonly title: string;
  /** The label of the button that submits the form. */
  readonly submit: string;
  /** The label of the button that closes it, where "Cancel" could be read as what the form does. */
  readonly close?: string;
  readonly above?: readonly KnownBlock[];
  /** In the order shown. */
  readonly inputs: InputsOf<Entered>;
  readonly below?: readonly KnownBlock[];
}

/**
 * Draws a form. The field decides whether its input is optional.
 * @example formView(noteForm, { title: 'Note', submit: 'Add', inputs: { text: textInput({ label: 'Note' }) } })
 */
export function formView<Entered>(
  form: Pick<Form<never, unknown, Entered>, 'id' | 'shape' | 'entered'>,
  { title, submit, close, above = [], inputs, below = [] }: FormWords<Entered>,
): FormView {
  const drawn = Object.entries<Input<unknown> | null>(inputs).flatMap(([field, input]) => {
    if (!input) return [];
    const mayBeEmpty = form.shape[field]?.safeParse(input.empty).success ?? false;
    return input.draw(field, mayBeEmpty);
  });
  return {
    form: form.id,
    title: shorten(title, 24),
    submit: shorten(submit, 24),
    ...(close !== undefined && { close: shorten(close, 24) }),
    blocks: [...above, ...drawn, ...below],
  };
}
