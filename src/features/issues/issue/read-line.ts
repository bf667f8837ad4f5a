import { type Department, departments } from '../../../core/tokens/departments.ts';
import { type Severity, severities } from './model.ts';

export interface Line {
  readonly severity: Severity;
  readonly department: Department;
  readonly title: string;
}

/**
 * "high shipping 3PL feed dead": severity, department and what is wrong. Null: not all three are there, and words
 * such as "low stock of mugs" are a title, not a severity.
 */
export function readLine(text: string): Line | null {
  const lower = text.toLowerCase();
  const severity = severities.find((one) => lower.startsWith(`${one} `));
  if (!severity) return null;
  const rest = text.slice(severity.length + 1);
  const department = departments.find((one) => rest.toLowerCase().startsWith(`${one} `));
  const title = department ? rest.slice(department.length + 1).trim() : '';
  return department && title ? { severity, department, title } : null;
}

/** "17" and "#17": the number of an issue; null: something else. */
export function readNumber(text: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(text)?.[1];
  return digits ? Number(digits) : null;
}
