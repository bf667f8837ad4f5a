import { describe, expect, test } from 'vitest';
import { actions, input, option, plain, rich, section, x } from '../test/blocks.ts';
import { validateMessage, validateView } from './index.ts';

const inMessage = (block: object) => validateMessage({ text: 'x', blocks: [block] });
const inModal = (block: object) =>
  validateView({ type: 'modal', title: plain('x'), submit: plain('x'), blocks: [block] });
const number = (more: object) => input({ type: 'number_input', is_decimal_allowed: true, ...more });
const text = (more: object) => input({ type: 'plain_text_input', ...more });
const several = (type: string, more: object) =>
  actions({ type, action_id: 'a', max_selected_items: 2, ...more });

// [rule, block that Slack accepts, block that it refuses, position]
test.each<[string, object, object, string]>([
  [
    'a least number is at most the greatest',
    number({ min_value: '9.5', max_value: '10' }),
    number({ min_value: '10.5', max_value: '10' }),
    '/element/min_value',
  ],
  [
    'a least length is at most the greatest',
    text({ min_length: 3, max_length: 3 }),
    text({ min_length: 4, max_length: 3 }),
    '/element/min_length',
  ],
  [
    'the fewest lines are at most the most',
    input({ type: 'rich_text_input', min_lines: 2, max_lines: 2 }),
    input({ type: 'rich_text_input', min_lines: 3, max_lines: 2 }),
    '/element/min_lines',
  ],
  [
    'no more options are chosen at first than may be chosen',
    several('multi_static_select', {
      options: [1, 2, 3].map((i) => option(i)),
      initial_options: [option(1)],
    }),
    several('multi_static_select', {
      options: [1, 2, 3].map((i) => option(i)),
      initial_options: [1, 2, 3].map((i) => option(i)),
    }),
    '/elements/0/initial_options',
  ],
  ...['users', 'channels', 'conversations'].map((kind): [string, object, object, string] => [
    `no more ${kind} are chosen at first than may be chosen`,
    several(`multi_${kind}_select`, { [`initial_${kind}`]: ['A', 'B'] }),
    several(`multi_${kind}_select`, { [`initial_${kind}`]: ['A', 'B', 'C'] }),
    `/elements/0/initial_${kind}`,
  ]),
  [
    'a header has one of four levels',
    { type: 'header', text: plain('x'), level: 4 },
    { type: 'header', text: plain('x'), level: 5 },
    '/level',
  ],
  [
    'a task may have no status, and no other than the four',
    { type: 'task_card', task_id: 't', title: 'Count' },
    { type: 'task_card', task_id: 't', title: 'Count', status: 'late' },
    '/status',
  ],
  [
    'a task in a plan needs no type, and is no other block',
    { type: 'plan', title: 'Count', tasks: [{ task_id: 't', title: 'Count' }] },
    { type: 'plan', title: 'Count', tasks: [section()] },
    '/tasks/0/type',
  ],
  [
    'a moment is picked in an actions block, not beside a text',
    actions({ type: 'datetimepicker', action_id: 'a' }),
    section({ accessory: { type: 'datetimepicker', action_id: 'a' } }),
    '/accessory/type',
  ],
  [
    'a filter of conversations filters something',
    actions({ type: 'conversations_select', action_id: 'a', filter: { include: ['im'] } }),
    actions({ type: 'conversations_select', action_id: 'a', filter: {} }),
    '/elements/0/filter',
  ],
  [
    'a column of a table may be left as it is',
    { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]], column_settings: [null] },
    { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]], column_settings: ['left'] },
    '/column_settings/0',
  ],
])('%s', (_rule, right, wrong, where) => {
  expect(inMessage(right)).toEqual([]);
  expect(inMessage(wrong)[0]).toMatchObject({ pointer: `/blocks/0${where}`, code: 'invalid_blocks' });
});

test('an upload cannot dispatch its action', () => {
  const upload = (dispatch_action: boolean) => input({ type: 'file_input' }, { dispatch_action });
  expect(inModal(upload(false))).toEqual([]);
  expect(inModal(upload(true))).toMatchObject([
    { pointer: '/blocks/0/element/type', message: expect.stringContaining('unsupported type') },
  ]);
});

describe('a rich text', () => {
  const styled = (style: object) =>
    inMessage(rich({ type: 'rich_text_section', elements: [{ type: 'text', text: 'x', style }] }));

  test.each(['bold', 'italic', 'strike', 'underline', 'code', 'highlight', 'client_highlight', 'unlink'])(
    'may be %s',
    (name) => {
      expect(styled({ [name]: true })).toEqual([]);
      expect(styled({ [name]: 'yes' })).toMatchObject([{ message: 'must be true or false' }]);
    },
  );
});

test('cards in a carousel need their own block ids', () => {
  const card = { type: 'card', title: plain(x(1)), block_id: 'b' };
  expect(inMessage({ type: 'carousel', elements: [card, card] })).toMatchObject([
    { pointer: '/blocks/0/elements/1/block_id' },
  ]);
});
