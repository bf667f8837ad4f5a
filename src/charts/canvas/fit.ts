import { cleanName } from '../../core/text/clean.ts';
import { canDraw, type Weight, widthOf } from './font.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** For a letter that the font lacks; a picture of nothing would hide that there is one. */
const box = '□';
const longest = 300;

/** A text as the font can draw it, in one line: without emoji it lacks, and with a box for each letter. */
export function drawable(text: string): string {
  let drawn = '';
  for (const { segment } of graphemes.segment(cleanName(text, longest))) {
    const [first = '', ...more] = segment;
    const has = (character: string) => canDraw(character.codePointAt(0) ?? 0);
    if (has(first)) drawn += first + more.filter(has).join('');
    else if (/^[\p{L}\p{N}]/u.test(first)) drawn += box;
  }
  return drawn.replace(/ {2,}/g, ' ').trim() || '?';
}

/** As much of a text as fits, with an ellipsis, never half a character. */
export function fitted(text: string, room: number, size: number, weight: Weight = 'regular'): string {
  if (widthOf(text, size, weight) <= room) return text;
  const left = room - widthOf('…', size, weight);
  let [kept, width] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment, size, weight);
    if (width > left) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text over at most so many lines, broken between words where it can be. */
export function wrapped(text: string, room: number, size: number, weight: Weight, lines: number): string[] {
  const words = text.split(' ');
  const done: string[] = [];
  let line = '';
  for (const [n, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || widthOf(longer, size, weight) <= room) {
      line = longer;
      continue;
    }
    if (done.length === lines - 1)
      return [...done, fitted([line, ...words.slice(n)].join(' '), room, size, weight)];
    done.push(fitted(line, room, size, weight));
    line = word;
  }
  return [...done, fitted(line, room, size, weight)];
}
