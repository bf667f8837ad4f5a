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
