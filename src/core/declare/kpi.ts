import { contribution } from '../runtime/contributions.ts';
import type { Scope, Tx } from '../runtime/database.ts';
import type { FactShape, Kpi, LackingKpi } from '../tokens/fact.ts';

/** Wide facts with those who make them. */
export interface FactTable extends FactShape {
  /**
   * Makes the rows of these subjects anew, from nothing but what is stored now. Those of a subject that is gone are gone. The
   * tables of a family are made in the order in which they are declared: one may read the rows of one before it.
   */
  make(tx: Tx, made: Making): Promise<void>;
  /**
   * Of dimensions that hold keys: what these values are called now. What a key is called is no part of the facts, or a new
   * spelling would change those of subjects that nobody noted.
   */
  readonly names?: Readonly<Record<string, Naming>>;
  /** The subjects after one, in their order: the same for all tables of a family. */
  subjects(scope: Scope, after: string | null, most: number): Promise<readonly string[]>;
}

/** The names of values, by the value; one without a name is absent. */
export type Naming = (scope: Scope, values: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface Making {
  readonly generation: number;
  readonly subjects: readonly string[];
  /** Of the business: where nothing nearer says where a day ends. */
  readonly timeZone: string;
}

/** Wide facts that features keep. */
export const factTables = contribution<FactTable>('factTables');

/** Figures that features declare over their facts. */
export const kpis = contribution<Kpi>('kpis');

/** Figures that cannot be said yet. */
export const lackingKpis = contribution<LackingKpi>('lackingKpis');
