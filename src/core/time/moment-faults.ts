/** What a moment is read for: the past, such as stock as it was, or the future, such as a promise. */
export type Direction = 'past' | 'future';

/** Why words are no moment. */
export interface MomentFault {
  readonly reason: keyof typeof sentences;
  readonly says: string;
  /** What to write instead. */
  readonly next: string;
}

const sentences = {
  empty: () => 'Say when.',
  unclear: (word: string) => `I do not understand "${word}" as a moment.`,
  'no such day': (word: string) => `${word} is not a day.`,
  'no such time': (word: string) => `${word} is not a time of day.`,
  'other weekday': (word: string) => `${word}.`,
  'two readings': (word: string) => `${word}.`,
  'still to come': (word: string) => `${word} is still to come.`,
  'has passed': (word: string) => `${word} has passed.`,
  'too far': () => 'That is more than ten years away.',
  'no zone': (word: string) => `I know no time zone "${word}".`,
};

/** Examples for people whose words could not be read; the reader's tests read each of them. */
export const momentExamples: Readonly<Record<Direction, readonly string[]>> = {
  past: ['yesterday 18:00', 'last Friday', '31 Oct', '2026-03-01 14:00', '2 hours ago'],
  future: ['tomorrow 9:00', 'Friday 18:00', '31 Oct', '2026-12-01 14:00', 'in 2 hours'],
};

/** A fault with its sentence. `word` is what the sentence names; `next` replaces the usual examples. */
export function momentFault(
  reason: MomentFault['reason'],
  direction: Direction,
  word = '',
  next = usually(direction),
): MomentFault {
  return { reason, says: sentences[reason](word), next };
}

function usually(direction: Direction): string {
  const [first, second, third] = momentExamples[direction];
  return `Such as "${first}", "${second}" or "${third}".`;
}
