import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validateView } from '../../sandbox/blockkit/index.ts';
import { defineForm } from '../core/declare/form.ts';
import { definePermission } from '../core/tokens/permission.ts';
import type { FormView } from '../core/tokens/reply.ts';
import { section } from './blocks.ts';
import { type FormWords, formView } from './form.ts';
import { below, choiceInput, choicesOf, numberInput, pickInput, textInput, tickInput } from './inputs.ts';
import { mrkdwn } from './text.ts';

const packParcels = definePermission({ key: 'parcels.pack', to: 'pack parcels', atLeast: 'operator' });
const parcelForm = defineForm({
  id: 'parcels.form',
  version: 1,
  permission: packParcels,
  carries: z.object({}),
  fields: z.object({
    what: z.string('Say what.'),
    size: z.enum(['small', 'large'], 'Say how large.'),
    pieces: z.number().nullable(),
    extras: z.array(z.string()),
    change: z.string().transform(Number),
  }),
});

const what = textInput({ label: 'What?' });
const size = choiceInput({ label: 'Size', choices: choicesOf(['small', 'large']) });
const pieces = numberInput({ label: 'Pieces' });
const extras = tickInput({ label: 'Extras', choices: choicesOf(['ribbon']) });
const change = textInput({ label: 'Change' });
const all = { what, size, pieces, extras, change };
type Words = FormWords<NonNullable<typeof parcelForm.entered>>;
const draw = (inputs: Words['inputs']): FormView =>
  formView(parcelForm, { title: 'Parcel', submit: 'Send', inputs });
const inputOf = (view: FormView, field: string) =>
  view.blocks.find(({ block_id }) => block_id === field) as unknown as Record<string, unknown>;

describe('the inputs of a form follow its fields', () => {
  test('each field has one input, named after it, in the given order', () => {
    const view = draw(all);
    expect(view.blocks.map(({ block_id }) => block_id)).toEqual(Object.keys(all));
    expect(inputOf(view, 'what').element).toMatchObject({ action_id: 'what' });
  });

  test('a missing, misspelt or mismatched input does not compile', () => {
    const { what: _, ...without } = all;
    const wrong = [
      // @ts-expect-error A field without its input.
      () => draw(without),
      // @ts-expect-error An input without its field.
      () => draw({ ...all, whit: what }),
      // @ts-expect-error Text where a number is read.
      () => draw({ ...all, pieces: textInput({ label: 'Pieces' }) }),
      // @ts-expect-error Choices outside the field's own.
      () => draw({ ...all, size: choiceInput({ label: 'Size', choices: choicesOf(['small', 'huge']) }) }),
      // @ts-expect-error One value where a list is read.
      () => draw({ ...all, extras: what }),
      // @ts-expect-error No input for a required field.
      () => draw({ ...all, what: null }),
    ];
    expect(wrong).toHaveLength(6);
  });

  test('null leaves out the input of an optional field', () => {
    expect(draw({ ...all, pieces: null }).blocks).toHaveLength(4);
  });

  test('the field decides whether its input is optional', () => {
    const optional = Object.keys(all).filter((field) => inputOf(draw(all), field).optional);
    expect(optional).toEqual(['pieces', 'extras']);
  });

  test('a view opens its own form and no other', () => {
    const other = defineForm({
      id: 'parcels.other',
      version: 1,
      permission: packParcels,
      carries: z.object({}),
      fields: z.object({}),
    });
    expect(parcelForm.open({}, draw(all)).carried).toBe('{"v":1}');
    expect(() => other.open({}, draw(all))).toThrow('parcels.other cannot be opened with the view of');
  });
});

test('other blocks can stand above, below and before an input', () => {
  const line = section(mrkdwn`A line`);
  const view = formView(parcelForm, {
    title: 'Parcel',
    submit: 'Send',
    above: [line],
    inputs: { ...all, size: below([line], size) },
    below: [line],
  });
  expect(view.blocks.map(({ type }) => type).join(' ')).toBe(
    'section input section input input input input section',
  );
});

test('more choices than Slack shows are an error, or become a search', () => {
  const many = Array.from({ length: 101 }, (_, i) => ({ value: `${i}`, label: `Shelf ${i}` }));
  expect(() => choiceInput({ label: 'Shelf', choices: many })).toThrow(
    'The choices of “Shelf”: there are 101, and Slack shows 100.',
  );
  expect(() => tickInput({ label: 'Shelf', choices: many.slice(0, 11) })).toThrow('Slack shows 10');
  expect(() => choiceInput({ label: 'Shelf', choices: [] })).toThrow('there are none');
  const [menu, search] = [many.slice(0, 100), many].map((choices) => {
    const [block] = pickInput({ label: 'Shelf', choices, initial: '7' }).draw('shelf', false);
    return (block as unknown as { element: { type: string; initial_option: { value: string } } }).element;
  });
  expect(menu).toMatchObject({ type: 'static_select', initial_option: { value: '7' } });
  expect(search).toMatchObject({ type: 'external_select', initial_option: { value: '7' } });
});

test('Slack accepts what is drawn', () => {
  const { title, submit, blocks } = draw(all);
  const plain = (text: string) => ({ type: 'plain_text', text });
  expect(validateView({ type: 'modal', title: plain(title), submit: plain(submit), blocks })).toEqual([]);
});
