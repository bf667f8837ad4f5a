import type { MutationContext, QueryContext } from '../runtime/context.ts';
import type { Scope, Tx } from '../runtime/database.ts';
import type { Effects } from '../runtime/effects.ts';
import { codeKey } from '../text/code-key.ts';
import { addCounts, type ImportFault, type ImportRow, noCounts } from '../tokens/import-row.ts';
import type { JsonObject } from '../tokens/json.ts';
import type { ImportKind, ImportRun, Loaded } from './import.ts';

/** A thing to write; `before` is null for a new one. */
export interface Written<Thing> {
  readonly key: string;
  readonly before: Thing | null;
  readonly after: Thing;
}

export interface SimpleImport<Thing> extends Omit<ImportKind, 'groupOf' | 'open'> {
  /** The fields that identify a row's thing. The keys of their values, a line each, are its key. */
  readonly key: readonly string[];
  /** The fault of a row beyond the types of its cells. */
  check?(row: ImportRow): ImportFault | null;
  /** The faults of what rows name elsewhere, such as a location that nobody knows. Called once per batch. */
  refers?(ctx: QueryContext, rows: readonly ImportRow[]): Promise<(row: ImportRow) => ImportFault | null>;
  /** What the row may not say of the stored thing. */
  clash?(row: ImportRow, before: Thing): ImportFault | null;
  /** The thing in a row. `before`: the stored one; columns that the row leaves out keep its values. */
  read(row: ImportRow, before: Thing | null, ctx: QueryContext): Thing;
  /** The stored things with these keys. Called once per batch. */
  existing(scope: Scope, keys: readonly string[]): Promise<ReadonlyMap<string, Thing>>;
  same(before: Thing, after: Thing): boolean;
  /** For the audit log: plain JSON without personal data. */
  tell(thing: Thing): JsonObject;
  /** Writes all of them, sorted by key: two imports of the same things would deadlock otherwise. */
  write(ctx: MutationContext, things: readonly Written<Thing>[]): Promise<Partial<Effects>>;
  analyze(tx: Tx): Promise<void>;
}

/**
 * A kind with one thing per row. A row that repeats an earlier one is skipped; one that contradicts it is refused. Each
 * changed thing has its own audit row; new ones are covered by their batch's.
 * @example the import of locations, in src/features/locations/importing/locations.ts
 */
export function simpleImport<Thing>(declaration: SimpleImport<Thing>): ImportKind {
  const { key, check, clash, read, existing, same, tell, write, analyze, ...kind } = declaration;
  const groupOf = (text: (field: string) => string) => key.map((field) => codeKey(text(field))).join('\n');
  return { ...kind, groupOf, open: () => new SimpleRun(declaration) };
}

class SimpleRun<Thing> implements ImportRun {
  readonly #kind: SimpleImport<Thing>;
  /** The first row of each thing. */
  readonly #first = new Map<string, { readonly line: number; readonly values: string }>();

  constructor(kind: SimpleImport<Thing>) {
    this.#kind = kind;
  }

  survey(row: ImportRow): void {
    // A refused row contradicts no later one.
    if (this.#kind.check?.(row)) return;
    const key = this.#keyOf(row);
    if (!this.#first.has(key)) this.#first.set(key, { line: row.line, values: this.#valuesOf(row) });
  }

  async preview(ctx: QueryContext, rows: readonly ImportRow[]) {
    return (await this.#plan(ctx, rows)).outcome;
  }

  async load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { outcome, written } = await this.#plan(ctx, rows);
    const effects = written.length > 0 ? await this.#kind.write(ctx, written) : {};
    const { name, tell } = this.#kind;
    const changed = written.flatMap(({ key, before, after }) =>
      before === null ? [] : [{ subject: { kind: name, id: key }, before: tell(before), after: tell(after) }],
    );
    return { ...effects, outcome, changes: [...changed, ...(effects.changes ?? [])] };
  }

  async analyze(tx: Tx): Promise<void> {
    await this.#kind.analyze(tx);
  }

  summary() {
    return { [this.#kind.name]: this.#first.size };
  }

  async #plan(ctx: QueryContext, rows: readonly ImportRow[]) {
    const { check, refers, clash, read, existing, same } = this.#kind;
    const isFirst = (row: ImportRow) => this.#first.get(this.#keyOf(row))?.line === row.line;
    const keys = rows.filter(isFirst).map((row) => this.#keyOf(row));
    const known = await existing(ctx.scope, keys);
    const wrongReference = (await refers?.(ctx, rows)) ?? (() => null);
    const faults: ImportFault[] = [];
    const written: Written<Thing>[] = [];
    let counts = noCounts;
    const counted = (what: keyof typeof noCounts) => {
      counts = addCounts(counts, { ...noCounts, [what]: 1 });
    };
    for (const row of rows) {
      const key = this.#keyOf(row);
      const before = known.get(key) ?? null;
      const fault =
        check?.(row) ?? this.#contradiction(row) ?? wrongReference(row) ?? (before && clash?.(row, before));
      if (fault) faults.push(fault);
      else if (!isFirst(row)) counted('skipped');
      else {
        const after = read(row, before, ctx);
        if (before !== null && same(before, after)) counted('unchanged');
        else {
          counted(before === null ? 'added' : 'changed');
          written.push({ key, before, after });
        }
      }
    }
    return {
      outcome: { counts, faults },
      written: written.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    };
  }

  #contradiction(row: ImportRow): ImportFault | null {
    const first = this.#first.get(this.#keyOf(row));
    if (!first || first.line === row.line || first.values === this.#valuesOf(row)) return null;
    const [column = ''] = this.#kind.key;
    const value = String(row.values[column] ?? '');
    return { line: row.line, column, value, reason: `differs from line ${first.line}` };
  }

  #keyOf(row: ImportRow): string {
    return this.#kind.key.map((field) => codeKey(String(row.values[field] ?? ''))).join('\n');
  }

  /** What the row says of its thing. How it writes the key says nothing. */
  #valuesOf(row: ImportRow): string {
    const others = Object.entries(row.values).filter(([field]) => !this.#kind.key.includes(field));
    // Amounts are bigints, which JSON lacks.
    return JSON.stringify(others, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  }
}
