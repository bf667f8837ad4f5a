import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { type TypedWord, wordsNear } from './rules.ts';

const mostTyped = 8;
const mostLonger = 12;
/** How like a word of a title a misspelt one must be. */
const leastLikeness = 0.4;
const mostNear = 4;

/** The words of a text as the titles' words are told apart; the longest, if there are many. */
export async function typedWords(scope: Scope, text: string): Promise<readonly TypedWord[]> {
  // Two letters are part of too many words, and no trigram.
  return await reads(scope).$queryRaw<TypedWord[]>`
    SELECT t.word AS typed,
      t.word ~ '[0-9]' OR EXISTS (SELECT 1 FROM sku_word w WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.word = t.word) AS "isKnown",
      ARRAY(SELECT w.word FROM sku_word w WHERE w.workspace_id = ${scope.workspaceId}::uuid AND length(t.word) > 2
        AND (w.word || '') LIKE '%' || t.word || '%' AND w.word <> t.word ORDER BY length(w.word), w.word LIMIT ${mostLonger}) AS longer
    FROM sku_words(${text}) AS t (word) ORDER BY length(t.word) DESC, t.word LIMIT ${mostTyped}`;
}

// `w.word || ''` is the expression of sku_word_letters_idx, `w.word` the key.

/** The words of titles that a misspelt one may mean: one slip away, or similar; the nearest first. */
export async function wordsLike(scope: Scope, word: string): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ word: string }[]>`
    SELECT n.word FROM (
      SELECT w.word FROM sku_word w WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.word = ANY(${[...wordsNear(word)]}::text[])
      UNION
      SELECT w.word FROM sku_word w WHERE w.workspace_id = ${scope.workspaceId}::uuid AND (w.word || '') % ${word}
        AND similarity(w.word, ${word}) >= ${leastLikeness}::real
    ) n
    ORDER BY similarity(n.word, ${word}) DESC, n.word LIMIT ${mostNear}`;
  return rows.map((row) => row.word);
}
