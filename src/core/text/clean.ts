/** What Slack allows a message to hold; nothing that a person writes is longer. */
const longestText = 40_000;
/** What Slack allows a display name to hold. */
const longestName = 80;

/** Nearly every text, tested ten times as fast as for what is suspect. */
const ascii = /^[\t\n\x20-\x7e]*$/;
/** The same with the other line break. */
const printable = /^[\t\r\n\x20-\x7e]*$/;
/** Line breaks, controls, lone surrogates and invisible characters. */
const suspect = /(?![\t\n])[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g;
const halves = /\p{Cs}/gu;
const controls = /(?![\t\n])\p{Cc}/gu;
// Kept because they are visible: the joiner and variation selectors inside emoji, the tags of flags such as England's,
// and variants of Chinese characters, which names use.
const kept =
  /(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})|(?<![\p{Cf}\p{Default_Ignorable_Code_Point}])[\uFE0E\uFE0F]|(?<=\u{1F3F4})[\u{E0020}-\u{E007E}]{1,7}\u{E007F}|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]/u;
/** Direction marks and overrides, zero-width and filler characters, tags: they make two different texts look the same. */
const invisible = new RegExp(`(${kept.source})|[\\p{Cf}\\p{Default_Ignorable_Code_Point}]`, 'gu');

/**
 * The one entry for outside text: typed text, names from Slack, cells of files. Removes control characters other than
 * newline and tab, and invisible characters; replaces lone surrogates by U+FFFD; cuts at `max`.
 */
export function clean(raw: string, max = longestText): string {
  const whole = cut(raw, max);
  if (ascii.test(whole) || !suspect.test(whole)) return whole;
  return whole
    .replace(lineBreaks, '\n')
    .replace(halves, '\uFFFD')
    .replace(controls, '')
    .replace(invisible, (_, shows?: string) => shows ?? '');
}

/** The same for one line, such as the name of a person or a file. */
export function cleanName(raw: string, max = longestName): string {
  return cut(clean(raw).replace(/\s+/g, ' ').trim(), max);
}

/** The same for every text inside a value. */
export function cleanAll<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleanAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanAll(one)])) as T;
}

/** At most `max` characters, never half of one. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}

/** At most `max` characters with an ellipsis, ended between two words where there are any. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = cut(text, max - 1);
  const end = kept.search(/\s+\S*$/);
  // A single long word before the limit would leave next to nothing.
  return `${end > max / 2 ? kept.slice(0, end) : kept}…`;
}

/** Whether the text holds control characters: from a file, a sign of a wrong encoding. */
export function hasControls(text: string): boolean {
  return !printable.test(text) && /(?![\t\r\n])\p{Cc}/u.test(text);
}

const unseen = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** For a terminal or a log: what would show as nothing, break the line or turn its direction is written out, as \u{202E}. */
export function visible(text: string): string {
  return text.replace(unseen, (sign) => `\\u{${sign.codePointAt(0)?.toString(16).toUpperCase()}}`);
}
