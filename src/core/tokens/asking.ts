/** A piece of SQL with its values, as the database layer makes it. The core only hands it on. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** A thing as columns of the surrounding statement. */
export interface Thing {
  readonly workspace: Sql;
  /** Text: see `Finder.kind`. */
  readonly what: Sql;
  /** Text: the thing's id. */
  readonly ref: Sql;
}

/** What one feature has to say about one thing, as SQL. */
export interface Branch {
  /**
   * A condition: whether there is anything to say. Every look-up pays for it: one step into an index, without values of
   * its own.
   */
  has(thing: Thing): Sql;
  /** An expression of type json with all that the line needs; NULL: nothing to say. */
  tells(workspaceId: string, thing: Thing): Sql;
}

/** One character for each branch, in their order: 1 for those that are meant. */
export type Marks = string;

/** A reader's question to all features. */
export interface Asking {
  /** The same list for all readers, so that they can share a statement. */
  readonly branches: readonly Branch[];
  /** Those that the reader may see. */
  readonly may: Marks;
}

/** A thing, and who shall tell about it. */
export interface AskedAbout {
  readonly what: string;
  readonly ref: string;
  readonly may: Marks;
}

/** What was told about a thing, by branch; null: nothing. */
export type Told = readonly unknown[];
