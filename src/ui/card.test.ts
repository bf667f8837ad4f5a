import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../core/tokens/action.ts';
import { button, choice, more } from './blocks.ts';
import { card } from './card.ts';
import { asPlainText } from './plain.ts';
import { mrkdwn } from './text.ts';

const act = defineAction({ id: 'plans.act', version: 1, value: z.object({ n: z.int() }) });
const press = (n: number) => button(act, { n }, `Do ${n}`, { key: n });

test('a card begins with the finding, and its text reads alone', () => {
  const drawn = card({
    mark: 'critical',
    finding: 'Critical · nobody is on it',
    aside: '3 min',
    title: 'DHL pickup missed <!channel>',
    facts: ['Shipping', mrkdwn`*€4,210 at risk*`],
    spoken: '140 parcels',
    more: more([choice(act, { n: 9 }, 'Snooze')]),
    buttons: [press(1), press(2), press(3)],
    footer: ['#3', 'from a command'],
  });
  expect(drawn.text).toBe(
    '🔴 Critical · nobody is on it · 3 min: DHL pickup missed &lt;!channel&gt;. Shipping · *€4,210 at risk*. 140 parcels',
  );
  expect(asPlainText({ text: '', blocks: drawn.blocks })).toBe(
    [
      '🔴 Critical · nobody is on it · 3 min',
      'DHL pickup missed <!channel>',
      '',
      'Shipping · €4,210 at risk',
      '',
      '#3 · from a command',
    ].join('\n'),
  );
  expect(drawn.blocks.map(({ type }) => type)).toEqual(['section', 'section', 'actions', 'context']);
});

test('a finding alone is a whole card', () => {
  const drawn = card({ finding: 'Nothing waits' });
  expect(drawn).toMatchObject({ text: 'Nothing waits', blocks: [{ type: 'section' }] });
});

test('a fourth button is refused: it belongs behind the dots', () => {
  expect(() => card({ finding: 'Full', buttons: [1, 2, 3, 4].map(press) })).toThrow(
    'A card has 3 buttons at most, not 4',
  );
});
