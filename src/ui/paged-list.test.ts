import { expect, test } from 'vitest';
import { z } from 'zod';
import { validateMessage } from '../../sandbox/blockkit/index.ts';
import { defineAction } from '../core/tokens/action.ts';
import { defineListAction, type Page } from '../core/tokens/page.ts';
import { section } from './blocks.ts';
import { pagedList } from './paged-list.ts';
import { asPlainText } from './plain.ts';
import { mrkdwn } from './text.ts';

const filter = z.object({ state: z.enum(['open', 'done']), carrier: z.string().nullable() });
type Filter = z.output<typeof filter>;
const listAction = defineListAction({ id: 'parcels.list', version: 1, filter });
const fileAction = defineAction({ id: 'parcels.file', version: 1, value: filter });

const draw = (page: Partial<Page<string, Filter>>) =>
  pagedList<string, Filter>(
    listAction,
    {
      filter: { state: 'open', carrier: null, after: null },
      rows: [],
      total: 0,
      left: 0,
      next: null,
      ...page,
    },
    {
      finding: 'Parcels',
      headline: (row) => row,
      line: (row) => section(mrkdwn`${row}`),
      menus: {
        state: { label: 'State', choices: [['open', 'Open'] as const, ['done', 'Done'] as const] },
        carrier: { label: 'Carrier', choices: [[null, 'Any carrier'] as const, ['dhl', 'DHL'] as const] },
      },
      file: fileAction,
      note: mrkdwn`Newest first.`,
      empty: mrkdwn`Scan one to begin.`,
    },
  );
const elements = (message: ReturnType<typeof draw>) =>
  message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])) as readonly {
    type: string;
    action_id: string;
    value?: string;
    options?: readonly { value: string }[];
    initial_option?: { text: { text: string } };
  }[];

test('a page has its lines, the number of further lines, the next page and a file of all of them', () => {
  const message = draw({ rows: ['A', 'B'], total: 1_206, left: 1_204, next: [0, 7] });
  expect(validateMessage(message)).toEqual([]);
  expect(message.text).toBe('Parcels: A; B');
  expect(asPlainText(message)).toContain('and 1,204 more');
  const [next, file] = elements(message).filter(({ type }) => type === 'button');
  expect(listAction.decode(next?.value ?? '')).toEqual({ state: 'open', carrier: null, after: [0, 7] });
  expect(fileAction.decode(file?.value ?? '')).toEqual({ state: 'open', carrier: null });
});

test('each menu changes one field of the filter and returns to the first page', () => {
  const on = { state: 'open', carrier: 'dhl', after: [0, 7] } as const;
  const [state, carrier] = elements(draw({ filter: { ...on, after: [0, 7] }, rows: ['A'], total: 9 }));
  expect(state?.options?.map(({ value }) => listAction.decode(value))).toEqual([
    { state: 'open', carrier: 'dhl', after: null },
    { state: 'done', carrier: 'dhl', after: null },
  ]);
  expect([state, carrier].map((one) => one?.initial_option?.text.text)).toEqual(['Open', 'DHL']);
  expect(new Set([state?.action_id, carrier?.action_id]).size).toBe(2);
});

test('an empty list says what to do, and offers no file', () => {
  const message = draw({});
  expect(asPlainText(message)).toContain('Scan one to begin.');
  expect(elements(message).map(({ type }) => type)).toEqual(['static_select', 'static_select']);
});

test('a menu for a field outside the filter does not compile', () => {
  const wrong = () =>
    pagedList<string, Filter>(
      listAction,
      { filter: { state: 'open', carrier: null, after: null }, rows: [], total: 0, left: 0, next: null },
      {
        finding: '',
        headline: String,
        line: (row) => section(mrkdwn`${row}`),
        // @ts-expect-error There is no such field.
        menus: { stage: { label: 'Stage', choices: [] } },
        file: fileAction,
        note: mrkdwn``,
        empty: mrkdwn``,
      },
    );
  expect(wrong).toBeTypeOf('function');
});

test('long lines are cut and none is left out, because the next page begins after the last', () => {
  const rows = Array.from({ length: 15 }, (_, i) => `${i + 1}: ${'*<&>'.repeat(150)}`);
  const message = draw({ rows, total: 30, left: 15, next: [0, 7] });
  expect(validateMessage(message)).toEqual([]);
  for (const [i] of rows.entries()) expect(asPlainText(message)).toContain(`\n${i + 1}: `);
  expect(asPlainText(message)).not.toContain('more line');
});
