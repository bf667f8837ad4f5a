const greeting = /^(hi|hello|hey|hallo|moin|good (morning|afternoon|evening))\b[^?]*$/i;
const thanks = /^(many )?(thanks?|thank you|thx|danke)\b[^?]*$/i;
const question = /^(how|what|when|where|who|why|can|could|do|does|is|are|please)\b/i;

export type Talk = 'greeting' | 'thanks' | 'question';

/** Greetings, thanks and questions: nobody looks for a product called so. Null: it may be one. */
export function talkIn(words: string): Talk | null {
  if (greeting.test(words)) return 'greeting';
  if (thanks.test(words)) return 'thanks';
  return question.test(words) || (words.endsWith('?') && words.includes(' ')) ? 'question' : null;
}

const fillers = new Set(
  'a an and any are can do does find for get give have how i is it look me much many of pls please plz show stock thanks the there thx to up we what where you'.split(
    ' ',
  ),
);

/** The words that name something: without those that a sentence around a name has. All of them if nothing is left. */
export function withoutFillers(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isFiller(word));
  return telling.length > 0 ? telling : words;
}

/** "of" and "please" in "stock of MUG-01 please". */
export function isFiller(word: string): boolean {
  return fillers.has(word.toLowerCase().replace(/[?.!,]+$/, ''));
}
