import type { Choice } from '../../../core/tokens/choice.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, pickInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { pathsText } from '../generic/read-paths.ts';
import { type HeardKind, heardKinds, kindNames, type Source } from '../source/model.ts';
import type { Overlap } from './draft-model.ts';
import { addForm, editForm, placeForm, removeForm, secretForm } from './forms.ts';

const longestPaths = 2_000;

interface Place {
  readonly code: string;
  readonly name: string;
}

export function addFormView(): FormView {
  return formView(addForm, {
    title: 'Add a source',
    submit: 'Add',
    inputs: {
      kind: choiceInput<HeardKind>({
        label: 'What is it?',
        choices: heardKinds.map((value) => ({ value, label: kindNames[value] })),
        initial: 'shopify',
      }),
      name: textInput({ label: 'Name', hint: 'How we call it here, such as Shop DE.', max: 60 }),
      secret: textInput({
        label: 'Secret',
        hint: 'With which it signs: at Shopify shown below the webhooks, at AfterShip in their settings, from Shippo on request, elsewhere the webhook’s own. Kept sealed.',
        max: 200,
      }),
      ...settingInputs(),
    },
  });
}

export function editFormView(source: Pick<Source, 'name' | 'channel' | 'settings'>): FormView {
  return formView(editForm, {
    title: 'Edit the source',
    submit: 'Save',
    inputs: {
      name: textInput({ label: 'Name', max: 60, initial: source.name }),
      ...settingInputs(source),
    },
  });
}

function settingInputs(source?: Pick<Source, 'channel' | 'settings'>) {
  return {
    channel: textInput({
      label: 'Channel',
      hint: 'Which its orders belong to; left empty, its kind, such as shopify. All that tells of a channel, files too, shares its freshness: give a second shop a channel of its own.',
      max: 40,
      ...(source && { initial: source.channel }),
    }),
    currency: textInput({
      label: 'Currency',
      hint: 'Of prices that name none. Left empty, the shop’s own.',
      max: 3,
      ...(source && { initial: source.settings.currency }),
    }),
    paths: textInput({
      label: 'Fields of generic JSON',
      hint: 'A line each where it differs, such as: order.id = data.reference',
      multiline: true,
      max: longestPaths,
      ...(source && { initial: pathsText(source.settings.paths) }),
    }),
  };
}

export function secretFormView(name: string): FormView {
  return formView(secretForm, {
    title: 'Replace the secret',
    submit: 'Replace',
    above: [
      section(mrkdwn`*${name}*\nFirst here, then over there: both secrets count until the old one ends.`),
    ],
    inputs: {
      secret: textInput({ label: 'New secret', max: 200 }),
      overlap: choiceInput<Overlap>({
        label: 'The old one counts for',
        choices: [
          { value: 'hour', label: 'one hour' },
          { value: 'day', label: 'a day' },
          { value: 'week', label: 'a week' },
          { value: 'none', label: 'not any more' },
        ],
        initial: 'day',
      }),
    },
  });
}

/** `external`: what something that waits calls it. */
export function placeFormView(name: string, places: readonly Place[], external: string | null): FormView {
  return formView(placeForm, {
    title: 'Map a location',
    submit: 'Map',
    above: [section(mrkdwn`*${name}*\nWhat waits for this location goes on by itself.`)],
    inputs: {
      external: textInput({
        label: 'Its id over there',
        hint: 'At Shopify the number at the end of the location’s address, such as 655441491.',
        max: 100,
        ...(external !== null && { initial: external }),
      }),
      location: pickInput({
        label: 'Our location',
        hint: 'Left empty, it means none any more.',
        choices: placeChoices(places),
      }),
    },
  });
}

export function placeChoices(places: readonly Place[]): readonly Choice[] {
  return places.map(({ code, name }) => ({ value: code, label: name }));
}

export function removeFormView(name: string): FormView {
  return formView(removeForm, {
    title: 'Remove the source',
    submit: 'Remove',
    above: [
      section(
        mrkdwn`*${name}*\nWhat it sends from now on is refused, and its address is gone for good. What it told stays.`,
      ),
    ],
    inputs: {},
  });
}
