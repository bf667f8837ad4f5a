import { describe, expect, test } from 'vitest';
import { validateMessage } from './index.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (n: number) => 'x'.repeat(n);
const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));

const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('x'),
  element,
  ...more,
});
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('x'), ...more });
const option = (i: number | string, more: object = {}) => ({
  text: plain(`option ${i}`),
  value: String(i),
  ...more,
});
const confirm = (more: object = {}) => ({
  title: plain('x'),
  text: plain('x'),
  confirm: plain('x'),
  deny: plain('x'),
  ...more,
});
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [option(1)],
  ...more,
});
const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://shop.test/a.png',
  alt_text: 'x',
  ...more,
});
const table = (rows: number, cells: number) => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))),
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });

// [what, what Slack takes, what it refuses by one step, where]
const limits: [string, object, object, string][] = [
  [
    'section text 3,000',
    section({ text: mrkdwn(x(3_000)) }),
    section({ text: mrkdwn(x(3_001)) }),
    '/text/text',
  ],
  [
    '10 fields',
    section({ fields: many(10, () => mrkdwn('x')) }),
    section({ fields: many(11, () => mrkdwn('x')) }),
    '/fields',
  ],
  [
    'field 2,000',
    section({ fields: [mrkdwn(x(2_000))] }),
    section({ fields: [mrkdwn(x(2_001))] }),
    '/fields/0/text',
  ],
  [
    'header 150',
    { type: 'header', text: plain(x(150)) },
    { type: 'header', text: plain(x(151)) },
    '/text/text',
  ],
  [
    '25 actions',
    actions(...many(25, (i) => button({ action_id: `${i}` }))),
    actions(...many(26, (i) => button({ action_id: `${i}` }))),
    '/elements',
  ],
  [
    'action_id 255',
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    '/elements/0/action_id',
  ],
  ['block_id 255', section({ block_id: x(255) }), section({ block_id: x(256) }), '/block_id'],
  [
    'button text 75',
    actions(button({ text: plain(x(75)) })),
    actions(button({ text: plain(x(76)) })),
    '/elements/0/text/text',
  ],
  [
    'button value 2,000',
    actions(button({ value: x(2_000) })),
    actions(button({ value: x(2_001) })),
    '/elements/0/value',
  ],
  [
    'button url 3,000',
    actions(button({ url: `https://${x(2_992)}` })),
    actions(button({ url: `https://${x(2_993)}` })),
    '/elements/0/url',
  ],
  [
    '10 context elements',
    { type: 'context', elements: many(10, () => mrkdwn('x')) },
    { type: 'context', elements: many(11, () => mrkdwn('x')) },
    '/elements',
  ],
  ['image alt text 2,000', image({ alt_text: x(2_000) }), image({ alt_text: x(2_001) }), '/alt_text'],
  [
    '100 options',
    actions(select({ options: many(100, option) })),
    actions(select({ options: many(101, option) })),
    '/elements/0/options',
  ],
  [
    'option label 75',
    actions(select({ options: [option(1, { text: plain(x(75)) })] })),
    actions(select({ options: [option(1, { text: plain(x(76)) })] })),
    '/elements/0/options/0/text/text',
  ],
  [
    'option value 150',
    actions(select({ options: [option(x(150), { text: plain('x') })] })),
    actions(select({ options: [option(x(151), { text: plain('x') })] })),
    '/elements/0/options/0/value',
  ],
  [
    'placeholder 150',
    actions(select({ placeholder: plain(x(150)) })),
    actions(select({ placeholder: plain(x(151)) })),
    '/elements/0/placeholder/text',
  ],
  [
    'overflow 5',
    actions({ type: 'overflow', action_id: 'o', options: many(5, option) }),
    actions({ type: 'overflow', action_id: 'o', options: many(6, option) }),
    '/elements/0/options',
  ],
  [
    '10 checkboxes',
    actions({ type: 'checkboxes', action_id: 'c', options: many(10, option) }),
    actions({ type: 'checkboxes', action_id: 'c', options: many(11, option) }),
    '/elements/0/options',
  ],
  [
    '10 radio buttons',
    actions({ type: 'radio_buttons', action_id: 'r', options: many(10, option) }),
    actions({ type: 'radio_buttons', action_id: 'r', options: many(11, option) }),
    '/elements/0/options',
  ],
  [
    'confirm title 100',
    actions(button({ confirm: confirm({ title: plain(x(100)) }) })),
    actions(button({ confirm: confirm({ title: plain(x(101)) }) })),
    '/elements/0/confirm/title/text',
  ],
  [
    'confirm text 300',
    actions(button({ confirm: confirm({ text: plain(x(300)) }) })),
    actions(button({ confirm: confirm({ text: plain(x(301)) }) })),
    '/elements/0/confirm/text/text',
  ],
  [
    'confirm button 30',
    actions(button({ confirm: confirm({ confirm: plain(x(30)) }) })),
    actions(button({ confirm: confirm({ confirm: plain(x(31)) }) })),
    '/elements/0/confirm/confirm/text',
  ],
  [
    'confirm deny 30',
    actions(button({ confirm: confirm({ deny: plain(x(30)) }) })),
    actions(button({ confirm: confirm({ deny: plain(x(31)) }) })),
    '/elements/0/confirm/deny/text',
  ],
  ['100 table rows', table(100, 1), table(101, 1), '/rows'],
  ['20 table cells', table(1, 20), table(1, 21), '/rows/0'],
  [
    'input label 2,000',
    input(select(), { label: plain(x(2_000)) }),
    input(select(), { label: plain(x(2_001)) }),
    '/label/text',
  ],
  [
    'input hint 2,000',
    input(select(), { hint: plain(x(2_000)) }),
    input(select(), { hint: plain(x(2_001)) }),
    '/hint/text',
  ],
  [
    'text input of 3,000',
    input({ type: 'plain_text_input', max_length: 3_000 }),
    input({ type: 'plain_text_input', max_length: 3_001 }),
    '/element/max_length',
  ],
];

describe('limits of blocks', () => {
  test.each(limits)('%s is taken, one more is refused', (_what, fits, over, where) => {
    expect(validateMessage({ text: 'x', blocks: [fits] })).toEqual([]);
    const issues = validateMessage({ text: 'x', blocks: [over] });
    expect(issues).toMatchObject([{ pointer: `/blocks/0${where}`, code: 'invalid_blocks' }]);
  });
});

// [what, the block, where]
const mistakes: [string, object, string][] = [
  ['an unknown block', { type: 'marquee' }, '/type'],
  ['video', { type: 'video' }, '/type'],
  ['an unknown element', actions({ type: 'slider' }), '/elements/0/type'],
  ['an unknown field', section({ colour: 'red' }), '/colour'],
  ['an unknown field of an element', actions(button({ colour: 'red' })), '/elements/0/colour'],
  ['an empty text', section({ text: mrkdwn('') }), '/text/text'],
  ['a section without text and fields', { type: 'section' }, ''],
  ['a text that is no object', section({ text: 'x' }), '/text'],
  ['mrkdwn in a header', { type: 'header', text: mrkdwn('x') }, '/text/type'],
  ['a missing field', { type: 'header' }, ''],
  ['an unknown style', actions(button({ style: 'loud' })), '/elements/0/style'],
  ['a url that is none', actions(button({ url: 'shop.test' })), '/elements/0/url'],
  ['an action_id twice in a block', actions(button(), button()), '/elements/1/action_id'],
  ['an input element in actions', actions({ type: 'plain_text_input' }), '/elements/0/type'],
  ['a button in an input', input(button()), '/element/type'],
  [
    'options and option groups at once',
    actions(select({ option_groups: [{ label: plain('x'), options: [option(1)] }] })),
    '/elements/0',
  ],
  ['no options at all', actions({ type: 'static_select', action_id: 's' }), '/elements/0'],
  ['an initial option that is not offered', actions(select({ initial_option: option(2) })), '/elements/0'],
  ['an image without a source', image({ image_url: undefined }), ''],
  ['an image with two sources', image({ slack_file: { id: 'F1' } }), ''],
  [
    'a date that is none',
    actions({ type: 'datepicker', initial_date: 'tomorrow' }),
    '/elements/0/initial_date',
  ],
  ['a time that is none', actions({ type: 'timepicker', initial_time: '25:00' }), '/elements/0/initial_time'],
  ['a number input that does not say about decimals', input({ type: 'number_input' }), '/element'],
  ['an unknown part of a rich text', rich({ type: 'rich_text_poem', elements: [] }), '/elements/0/type'],
  [
    'an unknown style of a rich text',
    rich({ type: 'rich_text_section', elements: [{ type: 'text', text: 'x', style: { loud: true } }] }),
    '/elements/0/elements/0/style/loud',
  ],
  ['an empty table cell', { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }, '/rows/0/0/text'],
];

test.each(mistakes)('%s is refused', (_what, block, where) => {
  const issues = validateMessage({ text: 'x', blocks: [block] });
  expect(issues[0]).toMatchObject({ pointer: `/blocks/0${where}`, code: 'invalid_blocks' });
});

describe('a message', () => {
  test('takes 50 blocks and not 51', () => {
    const blocks = (n: number) => validateMessage({ text: 'x', blocks: many(n, () => section()) });
    expect(blocks(50)).toEqual([]);
    expect(blocks(51)).toMatchObject([{ pointer: '/blocks', message: 'no more than 50 items allowed' }]);
  });

  test('holds about 13,000 characters in its blocks', () => {
    const blocks = (n: number) => [
      ...many(4, () => section({ text: mrkdwn(x(3_000)) })),
      section({ text: mrkdwn(x(n)) }),
    ];
    expect(validateMessage({ text: 'x', blocks: blocks(1_000) })).toEqual([]);
    expect(validateMessage({ text: 'x', blocks: blocks(1_001) })).toMatchObject([
      { code: 'msg_blocks_too_long' },
    ]);
  });

  test('has one table at most, and each block_id once', () => {
    expect(validateMessage({ text: 'x', blocks: [table(1, 1), table(1, 1)] })[0]?.message).toContain(
      'one table',
    );
    const twins = [section({ block_id: 'b' }), section({ block_id: 'b' })];
    expect(validateMessage({ text: 'x', blocks: twins })).toMatchObject([{ pointer: '/blocks/1/block_id' }]);
  });

  test('says something', () => {
    expect(validateMessage({})).toMatchObject([{ code: 'no_text' }]);
    expect(validateMessage({ text: ' ', blocks: [] })).toMatchObject([{ code: 'no_text' }]);
    expect(validateMessage({ blocks: [section()] })).toEqual([]);
  });

  test('keeps its text within 4,000 bytes after escaping when it is edited', () => {
    expect(validateMessage({ text: x(4_000) })).toEqual([]);
    expect(validateMessage({ text: x(4_001) })).toMatchObject([{ pointer: '/text', code: 'msg_too_long' }]);
    expect(validateMessage({ text: '&amp;'.repeat(800) })).toEqual([]);
    expect(validateMessage({ text: '&'.repeat(801) })).toMatchObject([{ code: 'msg_too_long' }]);
    expect(validateMessage({ text: x(4_001) }, 'chat.postMessage')).toEqual([]);
  });

  test('may hold every block and element there is', () => {
    const users = ['users_select', 'channels_select', 'conversations_select'].map((type) => ({
      type,
      action_id: type,
    }));
    const multi = ['multi_users_select', 'multi_channels_select', 'multi_conversations_select'].map(
      (type) => ({ type, action_id: type }),
    );
    const text = { type: 'text', text: 'x', style: { bold: true } };
    const blocks = [
      { type: 'header', text: plain('x') },
      { type: 'divider' },
      section({ accessory: image() }),
      actions(button({ style: 'primary', confirm: confirm() }), select(), ...users, ...multi),
      actions({ type: 'datepicker' }, { type: 'timepicker' }, { type: 'datetimepicker' }),
      { type: 'context', elements: [image(), mrkdwn('x'), plain('x')] },
      input({ type: 'plain_text_input', multiline: true }),
      rich(
        {
          type: 'rich_text_section',
          elements: [text, { type: 'link', url: 'https://shop.test' }, { type: 'user', user_id: 'U1' }],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [text] }],
        },
        { type: 'rich_text_quote', elements: [text] },
        { type: 'rich_text_preformatted', elements: [text] },
      ),
      { ...table(2, 2), column_settings: [{ align: 'right' }, { is_wrapped: true }] },
      image({ title: plain('x') }),
    ];
    expect(validateMessage({ text: 'x', blocks })).toEqual([]);
  });
});
