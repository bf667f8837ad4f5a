import { closest } from 'fastest-levenshtein';

/** The columns of a file, found by their names whatever the case, blanks and underscores. */
export class FileColumns {
  readonly #columns: readonly string[];
  readonly #problems: string[];
  readonly #told = new Set<string>();

  /** A name that fits several columns, or none that was asked for, is added to `problems`. */
  constructor(columns: readonly string[], problems: string[]) {
    this.#columns = columns;
    this.#problems = problems;
  }

  /** The column with one of these names, the first that the file has. */
  of(...names: readonly string[]): string | null {
    for (const name of names) {
      const fitting = this.#columns.filter((column) => this.isSame(column, name));
      if (fitting.length > 1) this.#ambiguous(name, fitting);
      if (fitting[0] !== undefined) return fitting[0];
    }
    return null;
  }

  /** The column that a person named, to the letter or nearly. */
  named(name: string, wantedFor: string): string | null {
    if (this.#columns.includes(name)) return name;
    const column = this.of(name);
    if (column === null)
      this.#problems.push(
        `The file has no column "${name}" for ${wantedFor}${nearest(name, this.#columns)}.`,
      );
    return column;
  }

  isSame(column: string, name: string): boolean {
    return plain(column) === plain(name);
  }

  #ambiguous(name: string, fitting: readonly string[]): void {
    if (this.#told.has(plain(name))) return;
    this.#told.add(plain(name));
    const list = fitting.map((column) => `"${column}"`).join(', ');
    this.#problems.push(
      `The file has ${fitting.length} columns of the name "${name}": ${list}. Choose with --map <field>=<column>, or leave one out with --ignore.`,
    );
  }
}

/** A repeated name got a number when the header was read: it counts as the same name. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
    .replace(/_\([2-9]\)$/, '');

export function nearest(word: string, among: readonly string[]): string {
  return among.length > 0 ? ` (nearest: "${closest(word, [...among])}")` : '';
}
