import { type Department, departments } from '../../../core/tokens/departments.ts';

/** The department that somebody belongs to; of several the first in order. Null: they belong to none. */
export function departmentAmong(own: readonly string[]): Department | null {
  return departments.find((department) => own.includes(department)) ?? null;
}
