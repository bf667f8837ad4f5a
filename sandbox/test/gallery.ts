import type { Json } from '../state/types.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) });
const raw = (text: string) => ({ type: 'raw_text', text });
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const series = (name: string, values: number[]) => ({
  name,
  data: days.map((label, i) => ({ label, value: values[i] })),
});
const button = (text: string, more: Json = {}) => ({
  type: 'button',
  text: plain(text),
  action_id: text.toLowerCase(),
  ...more,
});

const task = (task_id: string, title: string, status: string) => ({
  type: 'task_card',
  task_id,
  title,
  status,
});

/** Messages with every kind of block an app can post, by content. */
export const gallery: Record<string, Json[]> = {
  charts: [
    {
      type: 'data_visualization',
      title: 'Orders this week',
      chart: {
        type: 'bar',
        series: [
          series('Shop', [42, 38, 51, 47, 66, 73, 58]),
          series('Market', [20, 24, 18, 31, 35, 41, 29]),
        ],
        axis_config: { categories: days, y_label: 'Orders' },
      },
    },
    {
      type: 'data_visualization',
      title: 'Where the stock is',
      chart: {
        type: 'pie',
        segments: [
          { label: 'Hamburg', value: 1_240 },
          { label: 'Rotterdam', value: 860 },
          { label: 'New York', value: 415 },
          { label: 'On the way', value: 190 },
        ],
      },
    },
  ],
  lines: [
    {
      type: 'data_visualization',
      title: 'Late parcels',
      chart: {
        type: 'line',
        series: [series('North', [4, 6, 3, 8, 5, 2, 1]), series('South', [2, 1, 4, 3, 7, 6, 5])],
        axis_config: { categories: days, x_label: 'Last week', y_label: 'Parcels' },
      },
    },
    {
      type: 'data_visualization',
      title: 'Returns',
      chart: {
        type: 'area',
        series: [series('Returns', [12, 9, 14, 11, 18, 22, 16])],
        axis_config: { categories: days },
      },
    },
  ],
  tables: [
    { type: 'header', text: plain('Running low') },
    { type: 'section', text: mrkdwn('*Four* products have less than a week of cover, says <@U0MAYA0001>.') },
    {
      type: 'table',
      column_settings: [{ is_wrapped: true }, { align: 'right' }],
      rows: [
        [raw('Product'), raw('Left')],
        [raw('Stoneware mug, sea blue'), number(12)],
        [raw('Linen apron'), number(7)],
      ],
    },
    {
      type: 'data_table',
      caption: 'Carriers',
      page_size: 3,
      rows: [
        [raw('Carrier'), raw('Parcels'), raw('Late')],
        ...[
          ['Kestrel', 214, 6],
          ['Nordpost', 180, 2],
          ['Blauwpijl', 97, 11],
          ['Quickline', 65, 0],
        ].map(([name, sent, late]) => [raw(String(name)), number(Number(sent)), number(Number(late))]),
      ],
    },
    { type: 'context', elements: [mrkdwn('As of <!date^1790000000^{date_short} {time}|soon> :package:')] },
  ],
  cards: [
    {
      type: 'card',
      title: plain('Order 1042'),
      subtitle: plain('3 items for Lisbon'),
      body: mrkdwn('Packed *yesterday*, waiting for pick-up.'),
      actions: [button('Track', { style: 'primary' }), button('Cancel', { style: 'danger' })],
    },
    {
      type: 'carousel',
      elements: ['Mug', 'Apron', 'Bowl', 'Teapot'].map((name, i) => ({
        type: 'card',
        title: plain(name),
        body: mrkdwn(`${(i + 1) * 12} left`),
      })),
    },
    {
      type: 'container',
      title: plain('What happened'),
      subtitle: plain('Two steps'),
      is_collapsible: true,
      has_header_divider: true,
      child_blocks: [
        { type: 'section', text: mrkdwn('The parcel was scanned in Hamburg.') },
        { type: 'divider' },
        { type: 'section', text: mrkdwn('It is on its way to Lisbon.') },
      ],
    },
  ],
  texts: [
    {
      type: 'markdown',
      text: '## Hand-over\n\n1. **Count** the cages\n2. Sign the *manifest*\n\n- [x] Van is here\n- [ ] Seal noted\n\n| Cage | Parcels |\n|---|--:|\n| A | 41 |\n\n`done` <b>not bold</b>',
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Ask ' },
            { type: 'user', user_id: 'U0LENA0001' },
            { type: 'text', text: ' about it', style: { bold: true } },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'First the cages' }] }],
        },
      ],
    },
  ],
  controls: [
    {
      type: 'section',
      text: mrkdwn('Who counts?'),
      accessory: { type: 'users_select', action_id: 'who', placeholder: plain('Pick somebody') },
    },
    {
      type: 'actions',
      elements: [
        { type: 'static_select', action_id: 'where', options: ['Hamburg', 'Rotterdam'].map(option) },
        { type: 'datepicker', action_id: 'when', initial_date: '2026-11-27' },
        { type: 'timepicker', action_id: 'at' },
        button('Archive', {
          style: 'danger',
          confirm: {
            title: plain('Archive the count?'),
            text: plain('Nobody can change it afterwards.'),
            confirm: plain('Archive'),
            deny: plain('Keep it'),
            style: 'danger',
          },
        }),
        { type: 'overflow', action_id: 'more', options: ['Print', 'Export'].map(option) },
      ],
    },
    {
      type: 'actions',
      elements: [
        { type: 'checkboxes', action_id: 'which', options: ['Mugs', 'Bowls'].map(option) },
        { type: 'radio_buttons', action_id: 'how', options: ['By hand', 'By scanner'].map(option) },
      ],
    },
  ],
  answers: [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'useful',
          positive_button: { text: plain('Good answer'), value: 'good' },
          negative_button: { text: plain('Bad answer'), value: 'bad' },
        },
        { type: 'icon_button', action_id: 'drop', icon: 'trash', text: plain('Remove') },
      ],
    },
    {
      type: 'plan',
      title: 'Counting the shelf',
      tasks: [
        task('one', 'Read the list', 'complete'),
        task('two', 'Count the mugs', 'in_progress'),
        task('three', 'Print the labels', 'error'),
        task('four', 'Book the difference', 'pending'),
      ],
    },
    {
      ...task('five', 'Tell the buyer', 'complete'),
      sources: [{ type: 'url', url: 'https://shop.test/list', text: 'The list' }],
    },
  ],
  video: [
    {
      type: 'video',
      title: plain('How to count a shelf'),
      alt_text: 'A person counts mugs on a shelf',
      video_url: 'https://films.test/embed/1',
      thumbnail_url: 'https://films.test/still.png',
      title_url: 'https://films.test/1',
      provider_name: 'Films',
      author_name: 'Lena',
      description: plain('Two minutes'),
    },
  ],
};
