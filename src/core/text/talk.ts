/** Greetings, thanks and questions: nobody looks for a product called so. */
export function isTalk(words: string): boolean {
  const opening =
    /^(hi|hello|hey|hallo|moin|good (morning|afternoon|evening)|thanks?|thank you|how|what|when|where|who|why|can|could|do|does|is|are|please)\b/i;
  return words === '' || opening.test(words) || (words.endsWith('?') && words.includes(' '));
}
