/** Small valid blocks for the validator's tests; each accepts a test's changes. */

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const x = (n: number) => 'x'.repeat(n);
export const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));

export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...more });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('x'),
  element,
  ...more,
});
export const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('x'), ...more });
export const option = (i: number | string, more: object = {}) => ({
  text: plain(`option ${i}`),
  value: String(i),
  ...more,
});
export const confirm = (more: object = {}) => ({
  title: plain('x'),
  text: plain('x'),
  confirm: plain('x'),
  deny: plain('x'),
  ...more,
});
export const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: [option(1)],
  ...more,
});
export const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://shop.test/a.png',
  alt_text: 'x',
  ...more,
});
export const table = (rows: number, cells: number) => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))),
});
export const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
