import { type Args, SlackError } from './method.ts';

/** One page of a list, in the order of its keys; the cursor names the last returned key. */
export function page<T>(args: Args, items: T[], keyOf: (item: T) => string, most = 1_000, usual = 100) {
  const limit = Math.min(args.number('limit') ?? usual, most) || usual;
  const cursor = args.text('cursor') ?? '';
  let start = 0;
  if (cursor !== '') {
    const after = Buffer.from(cursor, 'base64').toString('utf8');
    const at = after.startsWith('after:') ? items.findIndex((item) => keyOf(item) === after.slice(6)) : -1;
    if (at < 0) throw new SlackError('invalid_cursor');
    start = at + 1;
  }
  const slice = items.slice(start, start + limit);
  const last = slice.at(-1);
  const more = start + limit < items.length && last !== undefined;
  const next_cursor = more ? Buffer.from(`after:${keyOf(last)}`).toString('base64') : '';
  return { slice, more, next_cursor };
}
