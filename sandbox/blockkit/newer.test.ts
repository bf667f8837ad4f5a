import { describe, expect, test } from 'vitest';
import {
  actions,
  button,
  image,
  input,
  many,
  mrkdwn,
  option,
  plain,
  rich,
  section,
  x,
} from '../test/blocks.ts';
import { validateMessage, validateView } from './index.ts';

const cell = (text: string) => ({ type: 'raw_text', text });
const dataTable = (rows: number, cells: number, more: object = {}) => ({
  type: 'data_table',
  caption: 'Stock',
  rows: many(rows, () => many(cells, () => cell('x'))),
  ...more,
});
const chart = (body: object, more: object = {}) => ({
  type: 'data_visualization',
  title: 'Stock',
  chart: body,
  ...more,
});
const pie = (n: number, label = 'a', value = 1) =>
  chart({ type: 'pie', segments: many(n, () => ({ label, value })) });
const series = (i: number, categories: string[]) => ({
  name: `s${i}`,
  data: categories.map((label) => ({ label, value: i })),
});
const bars = (n: number, categories: string[], more: object = {}) =>
  chart({
    type: 'bar',
    series: many(n, (i) => series(i, categories)),
    axis_config: { categories, ...more },
  });
const days = (n: number) => many(n, (i) => `day ${i}`);
const card = (more: object = {}) => ({ type: 'card', title: plain('x'), ...more });
const container = (n: number, more: object = {}) => ({
  type: 'container',
  title: plain('x'),
  child_blocks: many(n, () => section()),
  ...more,
});
const video = (more: object = {}) => ({
  type: 'video',
  video_url: 'https://shop.test/v',
  thumbnail_url: 'https://shop.test/t.png',
  alt_text: 'x',
  title: plain('x'),
  ...more,
});
const below = (...elements: object[]) => ({ type: 'context_actions', elements });
const icon = (more: object = {}) => ({ type: 'icon_button', icon: 'trash', text: plain('x'), ...more });
const verdict = { text: plain('x'), value: 'x' };

// [name, value that Slack accepts, value just over the limit, position]
const limits: [string, object, object, string][] = [
  ['markdown 12,000', { type: 'markdown', text: x(12_000) }, { type: 'markdown', text: x(12_001) }, '/text'],
  ['101 rows of a data table', dataTable(101, 1), dataTable(102, 1), '/rows'],
  ['2 rows of a data table', dataTable(2, 1), dataTable(1, 1), '/rows'],
  ['20 columns of a data table', dataTable(2, 20), dataTable(2, 21), '/rows/0'],
  ['page size 100', dataTable(2, 1, { page_size: 100 }), dataTable(2, 1, { page_size: 101 }), '/page_size'],
  [
    'chart title 50',
    pie(1),
    chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] }, { title: x(51) }),
    '/title',
  ],
  ['12 segments', pie(12), pie(13), '/chart/segments'],
  ['segment label 20', pie(1, x(20)), pie(1, x(21)), '/chart/segments/0/label'],
  ['12 series', bars(12, ['a']), bars(13, ['a']), '/chart/series'],
  [
    'axis label 50',
    bars(1, ['a'], { x_label: x(50) }),
    bars(1, ['a'], { x_label: x(51) }),
    '/chart/axis_config/x_label',
  ],
  ['card title 150', card({ title: plain(x(150)) }), card({ title: plain(x(151)) }), '/title/text'],
  [
    'card subtitle 150',
    card({ subtitle: mrkdwn(x(150)) }),
    card({ subtitle: mrkdwn(x(151)) }),
    '/subtitle/text',
  ],
  ['card body 200', card({ body: mrkdwn(x(200)) }), card({ body: mrkdwn(x(201)) }), '/body/text'],
  [
    '3 card buttons',
    card({ actions: many(3, (i) => button({ action_id: `${i}` })) }),
    card({ actions: many(4, (i) => button({ action_id: `${i}` })) }),
    '/actions',
  ],
  [
    '10 cards',
    { type: 'carousel', elements: many(10, () => card()) },
    { type: 'carousel', elements: many(11, () => card()) },
    '/elements',
  ],
  ['10 blocks in a container', container(10), container(11), '/child_blocks'],
  [
    'container title 150',
    container(1, { title: plain(x(150)) }),
    container(1, { title: plain(x(151)) }),
    '/title/text',
  ],
  ['video title under 200', video({ title: plain(x(199)) }), video({ title: plain(x(200)) }), '/title/text'],
  ['video author under 50', video({ author_name: x(49) }), video({ author_name: x(50) }), '/author_name'],
  [
    '5 context actions',
    below(...many(5, (i) => icon({ action_id: `${i}` }))),
    below(...many(6, (i) => icon({ action_id: `${i}` }))),
    '/elements',
  ],
];

describe('limits of the newer blocks', () => {
  test.each(limits)('%s: the limit is accepted, one more is refused', (_what, fits, over, where) => {
    expect(validateMessage({ text: 'x', blocks: [fits] })).toEqual([]);
    expect(validateMessage({ text: 'x', blocks: [over] })[0]).toMatchObject({
      pointer: `/blocks/0${where}`,
      code: 'invalid_blocks',
    });
  });
});

// [name, block, position]
const mistakes: [string, object, string][] = [
  ['a data table without a caption', dataTable(2, 1, { caption: undefined }), ''],
  [
    'a data table with a ragged row',
    { ...dataTable(2, 1), rows: [[cell('a')], [cell('b'), cell('c')]] },
    '/rows/1',
  ],
  ['a rich header of a data table', { ...dataTable(2, 1), rows: [[rich()], [cell('x')]] }, '/rows/0/0/type'],
  [
    'a row header that is no column',
    dataTable(2, 1, { row_header_column_index: 1 }),
    '/row_header_column_index',
  ],
  ['an unknown chart', chart({ type: 'radar' }), '/chart/type'],
  ['a segment of nothing', pie(1, 'a', 0), '/chart/segments/0/value'],
  ['21 points', bars(1, days(21)), '/chart/series/0/data'],
  [
    'two series of one name',
    chart({ type: 'line', series: [series(1, ['a']), series(1, ['a'])], axis_config: { categories: ['a'] } }),
    '/chart/series/1/name',
  ],
  [
    'a category without its point',
    chart({ type: 'area', series: [series(1, ['a'])], axis_config: { categories: ['a', 'b'] } }),
    '/chart/series/0/data',
  ],
  ['a category twice', bars(1, ['a', 'a']), '/chart/axis_config/categories'],
  ['an empty card', { type: 'card', subtitle: plain('x') }, ''],
  ['a card with two icons', card({ icon: image(), slack_icon: { type: 'icon', name: 'box' } }), ''],
  ['a menu in a card', card({ actions: [{ type: 'overflow', options: [option(1)] }] }), '/actions/0/type'],
  ['an untitled container', container(1, { title: undefined }), ''],
  ['a container closed for ever', container(1, { default_collapsed: true }), '/default_collapsed'],
  [
    'a markdown block in a container',
    { ...container(0), child_blocks: [{ type: 'markdown', text: 'x' }] },
    '/child_blocks/0/type',
  ],
  ['a container in a container', { ...container(0), child_blocks: [container(1)] }, '/child_blocks/0/type'],
  ['a video that is not https', video({ video_url: 'http://shop.test/v' }), '/video_url'],
  ['a file block', { type: 'file', source: 'remote', external_id: 'x' }, '/type'],
  ['an alert outside of a modal', { type: 'alert', text: plain('x') }, '/type'],
  ['an unknown icon', below(icon({ icon: 'rocket' })), '/elements/0/icon'],
  ['a button below an answer', below(button()), '/elements/0/type'],
  ['an upload in a message', input({ type: 'file_input' }), '/element/type'],
];

test.each(mistakes)('%s is refused', (_what, block, where) => {
  expect(validateMessage({ text: 'x', blocks: [block] })[0]).toMatchObject({ pointer: `/blocks/0${where}` });
});

test('a message accepts every newer block and element', () => {
  const blocks = [
    { type: 'markdown', text: '# x' },
    dataTable(2, 2, { page_size: 10, row_header_column_index: 1 }),
    bars(2, days(20), { x_label: 'Day', y_label: 'Units' }),
    card({ hero_image: image(), body: mrkdwn('x'), subtext: mrkdwn('x'), actions: [button()] }),
    { type: 'carousel', elements: [card()] },
    container(1, { is_collapsible: true, default_collapsed: true, width: 'wide' }),
    video(),
    below({ type: 'feedback_buttons', positive_button: verdict, negative_button: verdict }, icon()),
    actions(
      {
        type: 'workflow_button',
        text: plain('x'),
        workflow: { trigger: { url: 'https://slack.com/shortcuts/1' } },
      },
      { type: 'external_select', action_id: 'e', min_query_length: 2 },
      { type: 'multi_external_select', action_id: 'm', max_selected_items: 3 },
      { type: 'rich_text_input', action_id: 'r' },
    ),
    { type: 'task_card', task_id: 't', title: 'Count', status: 'complete' },
    { type: 'plan', title: 'Recount' },
  ];
  expect(validateMessage({ text: 'x', blocks })).toEqual([]);
});

test("a message's data tables share 10,000 characters and its markdown 12,000, and it holds at most two charts", () => {
  const wide = (n: number) => dataTable(2, 2, { rows: many(2, () => [cell(x(n)), cell('x')]) });
  const issues = (...blocks: object[]) => validateMessage({ text: 'x', blocks });
  expect(issues(wide(2_499), wide(2_499))).toEqual([]);
  expect(issues(wide(2_499), wide(2_500))[0]?.message).toContain('10000 characters');
  const markdown = (n: number) => ({ type: 'markdown', text: x(n) });
  expect(issues(markdown(6_000), markdown(6_001))[0]?.message).toContain('12000 characters');
  expect(issues(pie(1), pie(1))).toEqual([]);
  expect(issues(pie(1), pie(1), pie(1))[0]?.message).toContain('2 data_visualizations');
});

test('blocks inside containers need unique ids too', () => {
  const twin = { ...section(), block_id: 'b' };
  expect(
    validateMessage({ text: 'x', blocks: [twin, { ...container(0), child_blocks: [twin] }] }),
  ).toMatchObject([{ pointer: '/blocks/1/child_blocks/0/block_id' }]);
});

test('attachments are checked too, and limited to a hundred', () => {
  const wrong = [{ blocks: [{ type: 'marquee' }] }];
  expect(validateMessage({ attachments: wrong })).toMatchObject([
    { pointer: '/attachments/0/blocks/0/type' },
  ]);
  expect(validateMessage({ attachments: many(100, () => ({ text: 'x' })) })).toEqual([]);
  expect(validateMessage({ attachments: many(101, () => ({ text: 'x' })) })).toMatchObject([
    { code: 'too_many_attachments' },
  ]);
});

describe('a modal', () => {
  const modal = (...blocks: object[]) => ({ type: 'modal', title: plain('x'), submit: plain('x'), blocks });

  test('accepts alerts and uploads', () => {
    const upload = input({ type: 'file_input', max_files: 10, filetypes: ['csv'] });
    expect(validateView(modal({ type: 'alert', level: 'warning', text: plain(x(200)) }, upload))).toEqual([]);
    expect(validateView(modal({ type: 'alert', text: plain(x(201)) }))).toMatchObject([
      { pointer: '/blocks/0/text/text' },
    ]);
    expect(validateView(modal(input({ type: 'file_input', max_files: 11 })))).toMatchObject([
      { pointer: '/blocks/0/element/max_files' },
    ]);
  });

  // [block, whether a modal and a Home take it]
  test.each<[Record<string, unknown>, boolean, boolean]>([
    [card(), true, true],
    [{ type: 'carousel', elements: [card()] }, false, true],
    [{ type: 'table', rows: [[cell('x')]] }, false, true],
    [dataTable(2, 1), false, true],
    [pie(1), false, false],
    [{ type: 'markdown', text: 'x' }, false, false],
    [container(1), false, false],
    [below(icon()), false, false],
    [{ type: 'plan', title: 'x' }, false, false],
    [{ type: 'task_card', task_id: 't', title: 'x' }, false, false],
  ])('takes $type where the reference says so, as does a Home', (block, inModal, inHome) => {
    const refused = [{ message: `unsupported type: ${String(block.type)}` }];
    expect(validateView(modal(block))).toMatchObject(inModal ? [] : refused);
    expect(validateView({ type: 'home', blocks: [block] })).toMatchObject(inHome ? [] : refused);
  });
});
