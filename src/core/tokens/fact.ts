import type { Department } from './departments.ts';

/** That the facts about one subject may be others now. */
export interface FactChange {
  readonly family: string;
  readonly subject: string;
}

export interface FactFamilyDeclaration {
  /** The subject in one word, unique over all features: order, issue. */
  readonly id: string;
  /**
   * The tables that its facts are read from, each with the column that names the subject: a test demands that nobody
   * changes their rows without noting it.
   */
  readonly tables: Readonly<Record<string, string>>;
}

/**
 * Facts with one row per subject, which KPIs are counted from. Whoever changes a subject notes it in the same
 * transaction; whoever keeps the facts makes that subject's anew.
 */
export interface FactFamily extends FactFamilyDeclaration {
  /** For `Effects.facts`. What is noted twice in a transaction is kept once. */
  changed(subjects: readonly string[]): readonly FactChange[];
}

/** @example export const issueFacts = defineFacts({ id: 'issue', tables: { issue: 'id' } }); */
export function defineFacts(declaration: FactFamilyDeclaration): FactFamily {
  return {
    ...declaration,
    changed: (subjects) => subjects.map((subject) => ({ family: declaration.id, subject })),
  };
}

/** How a figure can be split: by a column of its facts that holds words. */
export interface Dimension {
  /** The column. */
  readonly name: string;
  /** For people, in the singular: "carrier". */
  readonly title: string;
  /** Other words for it, such as "courier". */
  readonly words?: readonly string[];
  /** It has so many values that no sums are kept by day: it is read from the facts. */
  readonly isLarge?: boolean;
}

/**
 * Wide facts: a row (or a few) for each subject of a family, from which its KPIs are summed. Its table has, before the columns
 * of its own: workspace_id, generation, subject, part, label, ref, left_out and currency.
 */
export interface FactShape {
  readonly family: FactFamily;
  readonly table: string;
  /** What a subject is: "order". */
  readonly one: string;
  /** Whose card `ref` opens: the `linkKindOf` of a finder. Absent: no card of its own stands behind a row. */
  readonly opens?: string;
  /** Raised when rows are made otherwise: all are made anew then. */
  readonly version: number;
  readonly dimensions: readonly Dimension[];
}

/**
 * What is summed, by columns of the facts.
 * share: so many of so many. sum: a count, pieces or money. spread: durations, of which the median is shown; its rows are
 * those that have one. distinct: how many different words, of rows that add anything to another column. standing: how many go
 * on at the end of the last day, or now. lasting: so much time of so much, such as that without stock of that for sale. The
 * last two are of facts that last: `lastingFact`.
 */
export type Measure =
  | { readonly kind: 'share'; readonly of: string; readonly among: string }
  | { readonly kind: 'sum'; readonly of: string; readonly unit: SumUnit }
  | {
      readonly kind: 'spread';
      readonly of: string;
      readonly unit: SpreadUnit;
      /** The column that says how often a row counts, where one stands for many of the same length; absent: once. */
      readonly times?: string;
      /** What is said beside the median; absent: the 90th percentile. */
      readonly most?: 'p95';
      /** The column that has those below zero too, which are faults: said apart where somebody asks exactly. */
      readonly told?: string;
    }
  | { readonly kind: 'distinct'; readonly of: string; readonly among: string; readonly unit: SumUnit }
  | { readonly kind: 'standing'; readonly of: string; readonly unit: SumUnit }
  | { readonly kind: 'lasting'; readonly of: string; readonly among: string };

/** The columns of facts that last, beside those of all facts: moments, and the days of the business that they are in. */
export const lastingFact = {
  since: 'since',
  sinceDay: 'since_day',
  /** Null: it goes on. */
  until: 'until',
  untilDay: 'until_day',
} as const;

/** What is counted, in the singular; money is in minor units of the fact's currency. */
export type SumUnit = 'order' | 'unit' | 'money' | 'parcel' | 'line' | 'issue' | 'SKU' | 'credit';
/** ms and s: moments apart; days: calendar days apart. */
export type SpreadUnit = 'ms' | 's' | 'days';

/**
 * Where a figure should be, exactly. A share in parts of 10,000: 9,500 is 95 %. A duration in milliseconds, its median; a
 * calendar day is 86,400,000 of them, so that half a day can be said. A sum for each day, in what it counts; money in minor units.
 */
export interface Goal {
  readonly target: bigint;
  /** Worse than the target, and no longer borne. */
  readonly limit: bigint | null;
}

/** A figure that a shop is run by (KPIS.md). Plain data: what it is made of stands in the facts. */
export interface Kpi {
  /** Never changed: schedules, targets and files hold it. */
  readonly key: string;
  /** For people: "On-time delivery". */
  readonly name: string;
  /** What people call it, in lower case. */
  readonly aliases: readonly string[];
  /** "delivered by the first promise, of what was delivered and had one". */
  readonly formula: string;
  readonly good: 'up' | 'down' | null;
  readonly owner: Department;
  /** Raised when its meaning changes. */
  readonly version: number;
  readonly measure: Measure;
  readonly facts: FactShape;
  /** What a share or a spread is of so many of, in the plural, where that is not what its facts are of: pieces. */
  readonly counted?: string;
  /** The column with the day that a row counts for, and what that day is: "promised for". */
  readonly anchor: { readonly column: string; readonly words: string };
  /** Reasons for which a row does not count, in words, each with the column that says so. */
  readonly excluded?: Readonly<Record<string, string>>;
  /** Which of these reasons passes by itself: what is left out for it may still count as a miss, so the figure is not final. */
  readonly pending?: string;
  /** What is said of a row that counts against a share: "late". */
  readonly bad?: string;
  /** The figures that answer what this one leads to ask, each with the question: "Late by whose fault". */
  readonly leadsTo?: readonly { readonly kpi: string; readonly label: string; readonly by?: string }[];
  /**
   * The kind of feeds that it is told by: with all of them silent there is no data since. Null: it is told by what is done
   * here. `everyFeed`: it is about the feeds themselves, of whatever kind.
   */
  readonly feed: string | null;
  /** Whole days after which nothing of a day changes any more by itself, such as the 60 in which units come back. */
  readonly openDays?: number;
  /** Of the whole business, until somebody sets another. */
  readonly target?: Goal;
}

/** As the feed of a KPI: all of them. */
export const everyFeed = '*';

/** A figure of KPIS.md that cannot be said: what would have to be told first. */
export interface LackingKpi {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly owner: Department;
  /** Half a sentence: "nobody tells me whether documents and condition were right". */
  readonly lacks: string;
}

export function isLacking(about: Kpi | LackingKpi): about is LackingKpi {
  return 'lacks' in about;
}
