import type { Scope } from '../../../core/runtime/database.ts';
import type { Behind } from '../issue/model.ts';
import { type IssueAbout, type Known, readAbout, readBehind, readNumber } from './behind-store.ts';

/** The things of a kind behind an issue, and its number; null: there is none. */
export async function behindIssue(
  scope: Scope,
  what: string,
  known: Known,
): Promise<{ readonly number: number; readonly ids: readonly string[] } | null> {
  const number = await readNumber(scope, known);
  return number === null ? null : { number, ids: await readBehind(scope, what, known) };
}

/** About each of these things the latest open issue, else the latest, by id, among the matters that begin so. */
export async function issuesAbout(
  scope: Scope,
  things: Behind,
  matters: string,
): Promise<ReadonlyMap<string, IssueAbout>> {
  return await readAbout(scope, things, matters);
}
