import { numberKey } from './code-key.ts';

/** As many things as one message answers. */
export const mostAsked = 10;

/** The numbers in "1042, #1043 and 1044", each once. */
export function numbersIn(text: string): readonly string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && !/^(and|&|\+)$/i.test(word));
  return [...new Map(words.map((word) => [numberKey(word), word])).values()];
}
