import { distance } from 'fastest-levenshtein';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { IssueKind } from '../../../core/tokens/issue-kind.ts';
import { type Severity, severities } from './model.ts';

interface Marks {
  readonly severity: Severity | null;
  readonly department: Department | null;
  readonly kind: string | null;
}

/** `complete`: the issue can be raised at once. Otherwise a form opens, prefilled with these values. */
export type Line =
  | (Marks & { readonly complete: true; readonly severity: Severity; readonly title: string })
  | (Marks & { readonly complete: false; readonly title: string });

const none: Marks = { severity: null, department: null, kind: null };

/**
 * Reads a severity, a department and a kind at the beginning of a line, in any order: "high shipping 3PL feed dead".
 * A line is complete with a severity, a title, and a department or a kind. A kind right before the title is also its
 * first word ("high shipping stock missing"). An incomplete line is all title ("low stock of mugs"), except a severity
 * before words that are no mark: "critical DHL pickup missed". A severity with a slip makes it incomplete.
 */
export function readLine(text: string, kinds: readonly IssueKind[]): Line {
  const line = readExactly(text, kinds);
  if (line.severity) return line;
  // "critcal": a form opens, where its person sees what was understood.
  const [first = '', ...rest] = text.trim().split(' ');
  const meant = severities.find((one) => one.length > 3 && distance(one, first.toLowerCase()) === 1);
  return meant ? { ...readExactly([meant, ...rest].join(' '), kinds), complete: false } : line;
}

function readExactly(text: string, kinds: readonly IssueKind[]): Line {
  let marks = none;
  let title = text.trim();
  let rest = title;
  for (let next = markAt(rest, marks, kinds); next; next = markAt(rest, marks, kinds)) {
    marks = { ...marks, ...next.mark };
    title = next.mark.kind ? rest : next.rest;
    rest = next.rest;
  }
  const { severity, department, kind } = marks;
  const kindIsApart = kind !== null && title === rest;
  if (rest && severity && (department || kindIsApart)) return { ...marks, complete: true, severity, title };
  const onlySeverity = severity && !department && !kind;
  return { ...marks, complete: false, title: onlySeverity ? rest : rest && text.trim() };
}

/** The next mark at the beginning of the text, unless its category was read already, and the rest. */
function markAt(text: string, read: Marks, kinds: readonly IssueKind[]) {
  const marks: readonly (readonly [word: string, mark: Partial<Marks>])[] = [
    ...(read.severity ? [] : severities.map((severity) => [severity, { severity }] as const)),
    ...(read.department ? [] : departments.map((department) => [department, { department }] as const)),
    ...(read.kind ? [] : kinds.map(({ kind, label }) => [label.toLowerCase(), { kind }] as const)),
  ];
  const lower = `${text.toLowerCase()} `;
  const found = marks.find(([word]) => lower.startsWith(`${word} `));
  return found && { mark: found[1], rest: text.slice(found[0].length).trim() };
}
