import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { requestOf } from '../../src/core/tokens/action.ts';
import { features } from '../../src/features/index.ts';
import { faultsOfForm } from './sample-rules.ts';

const forms = features.flatMap((feature) => feature.forms ?? []);
const clicks = features.flatMap((feature) => feature.clicks ?? []);
const suggesters = features.flatMap((feature) => feature.suggestions ?? []);
const samples = features.flatMap((feature) =>
  Object.entries(feature.formSamples ?? {}).map(([name, draw]) => ({
    name: `${feature.name}: ${name}`,
    draw,
  })),
);

describe("a form stays within Slack's limits", () => {
  test.each(samples.map(({ name, draw }) => [name, draw] as const))('%s', (_, draw) => {
    expect(faultsOfForm(draw())).toEqual([]);
  });
});

test('every drawn form has a handler', () => {
  const drawn = new Set(samples.map(({ draw }) => draw().form));
  const answered = new Set(forms.map(({ id }) => id));
  expect([...drawn].filter((id) => !answered.has(id)).map((id) => `nothing answers the form ${id}`)).toEqual(
    [],
  );
});

test('every search in a form has suggestions for its field, and the reverse', () => {
  const searches = new Set(
    samples.flatMap(({ draw }) => {
      const view = draw();
      return elementsIn(view.blocks, 'external_select').map(({ action_id }) => `${view.form} ${action_id}`);
    }),
  );
  const answered = suggesters.map(({ form, field }) => `${form} ${field}`);
  expect(
    [...searches].filter((one) => !answered.includes(one)).map((one) => `nothing suggests for ${one}`),
  ).toEqual([]);
  expect(
    answered.filter((one) => !searches.has(one)).map((one) => `no form sample shows the search ${one}`),
  ).toEqual([]);
  expect(answered).toEqual([...new Set(answered)]);
});

test('every button in a form has a handler', () => {
  const buttons = samples.flatMap(({ draw }) => elementsIn(draw().blocks, 'button'));
  const unanswered = buttons.filter(
    ({ action_id, value = '' }) => !clicks.some(({ action }) => action.id === requestOf(action_id, value).id),
  );
  expect(unanswered).toEqual([]);
});

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
}

function elementsIn(blocks: readonly KnownBlock[], type: string): readonly Element[] {
  const all = blocks.flatMap((block): readonly unknown[] => {
    if (block.type === 'input') return [block.element];
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory ? [block.accessory] : [];
  });
  return (all as readonly Element[]).filter((element) => element.type === type);
}
