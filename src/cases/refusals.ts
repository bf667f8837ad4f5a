import type { Reader } from '../core/time/reader.ts';

/** Whoever acts, and reads the sentence if they may not. */
export interface ActingReader extends Reader {
  /** Null: no person, such as the console. */
  readonly personId: string | null;
}
export interface ActingPerson extends ActingReader {
  readonly personId: string;
}

/** One sentence, or the sentence and what to do next. */
export type Sentence = string | { readonly says: string; readonly next: string };

/**
 * What is said for each code that a rule refuses with. Every code has its sentence here, and nothing else has: the
 * compiler holds the two against each other. A sentence is worked out from what was judged.
 */
export type Sentences<Code extends string, Subject = void> = {
  readonly [One in Code]: (subject: Subject, reader: ActingReader) => Sentence;
};
