import type { Button, ContextBlock, KnownBlock, SectionBlock, StaticSelect } from '@slack/types';
import { number } from '../core/text/quantity.ts';
import type { Action } from '../core/tokens/action.ts';
import type { Page, Paged } from '../core/tokens/page.ts';
import type { Message } from '../core/tokens/reply.ts';
import { actions, button, context, menu, message, section } from './blocks.ts';
import { shortenMarkup } from './limits.ts';
import { charactersIn, messageRoom, roomForEach } from './room.ts';
import { type Mrkdwn, mrkdwn } from './text.ts';

/** A menu that filters a list by one field. */
export interface FilterMenu<Value, Filter = unknown> {
  /** Read by screen readers; the menu itself shows the picked option. */
  readonly label: string;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  /** What another choice sets in other fields: a reason of one list would empty another, unseen. */
  readonly sets?: Partial<Filter>;
}

type Menus<Filter> = { readonly [Field in keyof Filter]?: FilterMenu<Filter[Field], Filter> };

export interface ListWords<Row, Filter> {
  /** The count with its meaning: "3 open issues for shipping". */
  readonly finding: string;
  /** A row in the notification, in plain text. */
  headline(row: Row): string;
  line(row: Row): SectionBlock;
  /** One per filter field, in this order. */
  readonly menus: Menus<Filter>;
  /** Sends all pages as a file. */
  readonly file: Action<Filter>;
  readonly buttons?: readonly Button[];
  /** The sort order, and as of when. */
  readonly note: Mrkdwn;
  /** Shown in place of lines: what to do, or where to look. */
  readonly empty: Mrkdwn;
}

/**
 * A page of a list: its finding, filter menus, a line per row, the number of further rows, the next page and a CSV of
 * all. An empty list says what to do.
 */
export function pagedList<Row, Filter>(
  action: Action<Paged<Filter>>,
  { filter, rows, total, left, next }: Page<Row, Filter>,
  words: ListWords<Row, Filter>,
): Message {
  const { finding, headline, line, menus, file, buttons = [], note, empty } = words;
  const first = rows.map(headline).join('; ');
  // What is known of the rows before this page: nothing on the first one.
  const from = total - left - rows.length + 1;
  const headed =
    from > 1 && rows.length > 0
      ? `${finding}, here ${number(from)} to ${number(from + rows.length - 1)}`
      : finding;
  const { after: _, ...all } = filter;
  const below = [
    ...(next ? [button(action, { ...filter, after: next }, 'Next', { key: 'next' })] : []),
    ...(from > 1 ? [button(action, { ...filter, after: null }, 'First page', { key: 'first' })] : []),
    // A paged filter without its page number is the filter.
    ...(total > 0 ? [button(file, all as unknown as Filter, 'As CSV')] : []),
    ...buttons,
  ];
  const above = section(mrkdwn`*${headed}*`);
  const around = [
    ...andMore(left),
    actions(...filterMenus(action, { ...filter, after: null }, menus)),
    ...(below.length > 0 ? [actions(...below)] : []),
    context(note),
  ];
  return message(mrkdwn`${headed}${first ? `: ${first}` : ''}`, [
    above,
    ...(rows.length === 0 ? [section(empty)] : evenly(rows.map(line), [above, ...around])),
    ...around,
  ]);
}

/** Long lines are cut: a line that is left out could not be reached, because the next page begins after it. */
function evenly(lines: readonly SectionBlock[], around: readonly KnownBlock[]): readonly SectionBlock[] {
  const most = roomForEach(lines.length, around, messageRoom);
  return lines.map((line) => {
    const room = most - charactersIn(line.accessory);
    if (!line.text || line.text.text.length <= room) return line;
    return { ...line, text: { ...line.text, text: shortenMarkup(line.text.text, room) } };
  });
}

function filterMenus<Filter>(
  action: Action<Paged<Filter>>,
  filter: Paged<Filter>,
  menus: Menus<Filter>,
): readonly StaticSelect[] {
  return Object.entries<FilterMenu<unknown, Filter> | undefined>(menus).flatMap(([field, one]) => {
    if (!one) return [];
    const now = (filter as Readonly<Record<string, unknown>>)[field];
    const options = one.choices.map(([value, label]) => ({
      value: { ...filter, ...(value === now ? {} : one.sets), [field]: value },
      label,
      picked: value === now,
    }));
    return [menu(action, one.label, options, { key: field })];
  });
}

/** "and 12 more: `/issue mine` lists all.": the count of rows left out. */
export function andMore(left: number, where?: Mrkdwn): readonly ContextBlock[] {
  if (left <= 0) return [];
  return [context(where ? mrkdwn`and ${number(left)} more: ${where}` : mrkdwn`and ${number(left)} more`)];
}

/** The answer to "As CSV". `title`: of the list, within a sentence. `isSecond`: the same list is being written already. */
export function fileAsked({ title, isSecond }: { title: string; isSecond: boolean }): Message {
  const text = isSecond
    ? mrkdwn`The file you asked for is still being written.`
    : mrkdwn`I am writing ${title} to a CSV file.`;
  return message(text, [section(text), context(mrkdwn`It comes to your direct messages with me.`)]);
}
