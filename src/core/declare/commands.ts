import { distance } from 'fastest-levenshtein';
import type { Contributions } from '../runtime/contributions.ts';
import { afterFirst, type Words } from '../text/words.ts';
import { type Command, commands, type Verb, verbs } from './command.ts';

export type Resolved =
  /** `perhaps`: the first word is nearly this verb's name; the default verb takes it as its words. */
  | { readonly kind: 'verb'; readonly verb: Verb; readonly words: Words; readonly perhaps: Verb | null }
  /** Show the usage of the command. `about`: of this verb only, whose words are missing. */
  | {
      readonly kind: 'usage';
      readonly command: Command;
      readonly about: Verb | null;
      readonly perhaps: Verb | null;
    }
  | { readonly kind: 'unknown'; readonly nearest: Command | null };

/** The verbs of a command, in the order of the features; the default verb comes first. */
export function verbsOf(contributions: Contributions, command: string): readonly Verb[] {
  const all = contributions.of(verbs).filter((verb) => verb.command === command);
  return [...all.filter((verb) => verb.name === ''), ...all.filter((verb) => verb.name !== '')];
}

/** Finds what a person means by `/<name> <words>`. */
export function resolveCommand(contributions: Contributions, name: string, words: Words): Resolved {
  const known = contributions.of(commands);
  const command = known.find((one) => one.name === name);
  if (!command) return { kind: 'unknown', nearest: nearest(name, known, (one) => one.name) };

  const choices = verbsOf(contributions, name);
  const first = words.list[0]?.toLowerCase() ?? '';
  const fallback = choices.find((verb) => verb.name === '');
  if (first === '' && fallback?.takes !== 'words or nothing')
    return { kind: 'usage', command, about: null, perhaps: null };

  const named = choices.find((verb) => verb.name !== '' && verb.name === first);
  if (named) {
    const rest = afterFirst(words);
    if (named.takes === 'words' && rest.list.length === 0)
      return { kind: 'usage', command, about: named, perhaps: null };
    // "/ops health food" asks for food, not for health.
    if (named.takes !== 'nothing' || rest.list.length === 0 || !fallback)
      return { kind: 'verb', verb: named, words: rest, perhaps: null };
  }
  if (first === 'help') return { kind: 'usage', command, about: null, perhaps: null };

  const perhaps = named ?? nearest(first, choices, (verb) => verb.name);
  return fallback
    ? { kind: 'verb', verb: fallback, words, perhaps }
    : { kind: 'usage', command, about: null, perhaps };
}

/** The candidate whose name differs by a typo: one letter, or two in a long word. */
function nearest<T>(word: string, candidates: readonly T[], nameOf: (candidate: T) => string): T | null {
  const allowed = word.length >= 6 ? 2 : 1;
  const ranked = candidates
    .map((candidate) => ({ candidate, name: nameOf(candidate), off: distance(word, nameOf(candidate)) }))
    .filter(({ name, off }) => name.length > 2 && word.length > 2 && off > 0 && off <= allowed)
    .sort((a, b) => a.off - b.off);
  return ranked[0]?.candidate ?? null;
}

/** The verbs that somebody means who leaves out the command: "adjust MUG-01 -3" is `/stock adjust`, not a product. */
export function verbsNamed(all: readonly Verb[], word: string, own: string): readonly Verb[] {
  return all.filter(({ command, name }) => name !== '' && name === word.toLowerCase() && command !== own);
}

/** The verbs whose words a question shares, the most alike first. */
export function verbsLike(all: readonly Verb[], question: string, most: number): readonly Verb[] {
  const asked = tellingWords(question);
  return all
    .map((verb) => {
      const own = tellingWords([verb.command, verb.name, verb.summary, ...verb.examples].join(' '));
      return { verb, shared: asked.filter((word) => own.some((one) => alike(one, word))).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ verb }) => verb);
}

/** Shorter words, and those of every question, tell nothing. */
function tellingWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words)].filter(
    (word) => !/^(what|when|where|have|does|could|much|many|with|this|that|your)$/.test(word),
  );
}

/** "order" and "orders", "moved" and "move". */
function alike(one: string, another: string): boolean {
  const [short = '', long = ''] = [one, another].toSorted((a, b) => a.length - b.length);
  return long.startsWith(short) && long.length - short.length <= 3;
}
