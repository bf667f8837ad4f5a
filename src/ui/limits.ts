import { cut } from '../core/text/clean.ts';

/** Slack's limits; the smaller value where its sources differ. */
export const limits = {
  finding: 150,
  messageBytes: 4_000,
  blocksPerMessage: 50,
  /** Over all texts of its blocks, with `blockCharacters` for each block. */
  messageCharacters: 12_000,
  blockCharacters: 125,
  blocksPerView: 100,
  headerText: 150,
  sectionText: 3_000,
  fields: 10,
  fieldText: 2_000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  menuOptions: 100,
  overflowOptions: 5,
  boxes: 10,
  inputText: 3_000,
  inputLabel: 2_000,
  tableRows: 100,
  tableCells: 20,
  /** Over all its cells. */
  tableCharacters: 10_000,
  altText: 2_000,
} as const;

/**
 * All choices, or an error: a choice is never left out silently. For lists that may grow, use `searchInput` or say how
 * many are not shown.
 */
export function fitting<T>(choices: readonly T[], most: number, what: string): readonly T[] {
  if (choices.length === 0) throw new Error(`${what}: there are none, and Slack shows no empty menu.`);
  if (choices.length > most)
    throw new Error(`${what}: there are ${choices.length}, and Slack shows ${most}.`);
  return choices;
}

/** Shortens to `max` characters with an ellipsis, never in the middle of a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${cut(text, max - 1)}…`;
}

/** Shortens mark-up to `max` characters without cutting an escape or a mention. */
export function shortenMarkup(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${shorten(text, max)
    .slice(0, -1)
    .replace(/(?:&[a-z]{0,3}|<[^>]*)$/, '')}…`;
}

/** Typed text, short enough to quote in a finding. */
export function quoted(typed: string): string {
  return shorten(typed, 60);
}

/** Shortens to `max` bytes of UTF-8. */
export function shortenBytes(text: string, max: number): string {
  if (Buffer.byteLength(text) <= max) return text;
  let kept = '';
  let bytes = Buffer.byteLength('…');
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > max) break;
    kept += character;
  }
  // An escape cut in half would show as "&am".
  return `${kept.replace(/&[a-z]{0,3}$/, '')}…`;
}
