import { listOf } from '../../../core/text/sentence.ts';
import type { Group, Stage } from './model.ts';

/** The name of a person by id; null: they left, or have no role any more. */
export type NameOf = (personId: string) => string | null;

const gone = 'somebody who has left';

/** "a lead", "2 leads in warehouse", "Maya or Omar", "2 of the leads, Maya and Omar". */
export function stageWords({ needs, of }: Stage, nameOf: NameOf): string {
  const names = of.people.map((id) => nameOf(id) ?? gone);
  if (needs === 1) return listOf([...(isNamedOnly(of) ? [] : [one(of)]), ...names], 'or') || 'nobody';
  if (names.length === 0) return `${needs} ${many(of)}`;
  return `${needs} of ${listOf([...(isNamedOnly(of) ? [] : [`the ${many(of)}`]), ...names])}`;
}

/** "leads in warehouse, Maya and Omar". */
export function groupWords(of: Group, nameOf: NameOf): string {
  const names = of.people.map((id) => nameOf(id) ?? gone);
  return listOf([...(isNamedOnly(of) ? [] : [many(of)]), ...names]);
}

function isNamedOnly({ role, department }: Group): boolean {
  return role === null && department === null;
}

function one({ role, department }: Group): string {
  const article = role !== null && /^[aeio]/.test(role) ? 'an' : 'a';
  return `${role === null ? 'somebody' : `${article} ${role}`}${where(department)}`;
}

function many({ role, department }: Group): string {
  return `${role === null ? 'people' : `${role}s`}${where(department)}`;
}

function where(department: string | null): string {
  return department === null ? '' : ` in ${department}`;
}
