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
