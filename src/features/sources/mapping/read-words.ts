import { codeKey } from '../../../core/text/code-key.ts';
import { type Parsed, reason, value } from '../../../core/text/parsed.ts';

/** Who tells codes. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Its kind, as people call it, or where the file comes from. */
  readonly kindName: string;
}

/** What somebody typed: a source, a code of it, and what that means. */
export interface MappingWords<Status> {
  readonly source: Named;
  readonly code: string;
  readonly status: Status;
}

/** "out for delivery" is out_for_delivery. */
const longestStatus = 3;

/**
 * Reads "EasyPost delivered_to_drone delivered": names of sources, codes and statuses may all have several words. The
 * reason is a sentence.
 */
export function readMapping<Status extends string>(
  words: readonly string[],
  sources: readonly Named[],
  statuses: readonly Status[],
): Parsed<MappingWords<Status>> {
  const status = lastWords(words, statuses);
  if (!status)
    return reason(`Its last word is one of ${statuses.map((one) => one.replaceAll('_', ' ')).join(', ')}.`);
  const rest = words.slice(0, -status.taken);
  for (let taken = rest.length - 1; taken > 0; taken -= 1) {
    const source = sourceCalled(rest.slice(0, taken).join(' '), sources);
    if (source) return value({ source, code: rest.slice(taken).join(' '), status: status.status });
  }
  return reason('It begins with the name of a source, and then the code.');
}

function lastWords<Status extends string>(words: readonly string[], statuses: readonly Status[]) {
  for (let taken = Math.min(longestStatus, words.length); taken > 0; taken -= 1) {
    const said = words.slice(-taken).join('_').toLowerCase().replaceAll('-', '_');
    const status = statuses.find((one) => one === said);
    if (status) return { status, taken };
  }
  return null;
}

/** By its name, else by its kind where it is the only one. */
function sourceCalled(text: string, sources: readonly Named[]): Named | null {
  const key = codeKey(text);
  const named = sources.find(({ name }) => codeKey(name) === key);
  const ofKind = sources.filter(({ kindName }) => codeKey(kindName) === key);
  return named ?? (ofKind.length === 1 ? (ofKind[0] ?? null) : null);
}
