import { z } from 'zod';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import { defineListing } from '../../../core/tokens/listing.ts';
import type { Page } from '../../../core/tokens/page.ts';
import { type Issue, type Severity, type State, severities, states } from '../issue/model.ts';

export interface Filter {
  /** open: new, on it or waiting. */
  readonly state: State | 'open';
  /** Null: any. */
  readonly severity: Severity | null;
  readonly department: Department | null;
  readonly whose: 'all' | 'mine';
}

/** Open issues by severity. */
export type Counts = Readonly<Partial<Record<Severity, number>>>;

export interface IssuePage extends Page<Issue, Filter> {
  /** What is open for other departments; null: the page shows all departments, or not what is open. */
  readonly elsewhere: Counts | null;
  /** Of all that the filter fits: how many are critical, and how many late; null: they are over. */
  readonly worst: Worst | null;
}

export interface Worst {
  readonly critical: number;
  readonly late: number;
}

/** What happened to issues from a moment on, the worst of each first. */
export interface News {
  readonly since: Date;
  /** Null: until now. */
  readonly until: Date | null;
  readonly raised: Happened;
  readonly resolved: Happened;
}

export interface Happened {
  /** The first of them. */
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly critical: number;
}

export const pageSize = 8;
/** So many hits of a search are counted. */
export const mostSearched = 50;

export const filterShape = z.object({
  state: z.enum(['open', ...states]),
  severity: z.enum(severities).nullable(),
  department: z.enum(departments).nullable(),
  whose: z.enum(['all', 'mine']),
});

/** The list as a whole. */
export const listExport = defineListing({
  id: 'issues.list',
  title: 'Issues',
  one: 'issue',
  filter: filterShape,
});
