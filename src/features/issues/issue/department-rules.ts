import { type Department, departments } from '../../../core/tokens/departments.ts';

/** The first of a person's departments, in the order of `departments`; null: they have none. */
export function departmentAmong(own: readonly string[]): Department | null {
  return departments.find((department) => own.includes(department)) ?? null;
}
