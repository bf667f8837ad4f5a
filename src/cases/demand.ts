import { Refusal } from '../core/runtime/refusal.ts';
import type { ActingReader, Sentence, Sentences } from './refusals.ts';

/** Refuses with the sentence of a rule's code; does nothing for null. */
export function demand<Code extends string, Subject>(
  no: Code | null,
  sentences: Sentences<Code, Subject>,
  subject: Subject,
  reader: ActingReader,
): void {
  if (no !== null) throw refusalFor(no, sentences, subject, reader);
}

/** The refusal for a rule's code, for rules that otherwise return a value. */
export function refusalFor<Code extends string, Subject>(
  no: Code,
  sentences: Sentences<Code, Subject>,
  subject: Subject,
  reader: ActingReader,
): Refusal {
  const { says, next } = sentenceOf(sentences[no](subject, reader));
  return new Refusal('conflict', says, next === undefined ? {} : { next });
}

/** The same for a form: the sentence stands beside its input. */
export function demandInput<Code extends string, Subject>(
  no: Code | null,
  sentences: Sentences<Code, Subject>,
  subject: Subject,
  reader: ActingReader,
  input: string,
): void {
  if (no === null) return;
  const { says, next } = sentenceOf(sentences[no](subject, reader));
  throw new Refusal('invalid', says, { fields: { [input]: says }, ...(next && { next }) });
}

function sentenceOf(sentence: Sentence): { readonly says: string; readonly next?: string } {
  return typeof sentence === 'string' ? { says: sentence } : sentence;
}
