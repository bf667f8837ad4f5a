import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { Role } from '../../../core/tokens/permission.ts';

/** The first of a person's departments, in the order of `departments`; null: they have none. */
export function departmentAmong(own: readonly string[]): Department | null {
  return departments.find((department) => own.includes(department)) ?? null;
}

/** Whether somebody answers for every department: managers and admins, and leads of none or of management. */
export function overseesAll({
  roles,
  departments: own,
}: {
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}): boolean {
  if (roles.includes('manager') || roles.includes('admin')) return true;
  return roles.includes('lead') && (own.length === 0 || own.includes('management'));
}
