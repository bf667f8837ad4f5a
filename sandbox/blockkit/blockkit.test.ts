import { describe, expect, test } from 'vitest';
import {
  actions,
  button,
  confirm,
  image,
  input,
  many,
  mrkdwn,
  option,
  plain,
  rich,
  section,
  select,
  table,
  x,
} from '../test/blocks.ts';
import { validateMessage } from './index.ts';

// [name, value that Slack accepts, value just over the limit, position]
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
  test.each(limits)('%s: the limit is accepted, one more is refused', (_what, fits, over, where) => {
    expect(validateMessage({ text: 'x', blocks: [fits] })).toEqual([]);
    const issues = validateMessage({ text: 'x', blocks: [over] });
    expect(issues).toMatchObject([{ pointer: `/blocks/0${where}`, code: 'invalid_blocks' }]);
  });
});

// [name, block, position]
const mistakes: [string, object, string][] = [
  ['an unknown block', { type: 'marquee' }, '/type'],
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
  [
    'the 31st of February',
    actions({ type: 'datepicker', initial_date: '2026-02-31' }),
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
