import type { Scope } from '../../../core/runtime/database.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { isLocationCode } from '../../locations/index.ts';
import { type KnownLocation, locationKey } from './level-rules.ts';
import { knownLocations } from './level-store.ts';

/** The locations that a file of levels can name; those that nobody knows yet are added where the operator wants it. */
export class LevelLocations {
  readonly #mayAdd: boolean;
  readonly #added: string[] = [];
  #known: Map<string, KnownLocation> | null = null;

  constructor(mayAdd: boolean) {
    this.#mayAdd = mayAdd;
  }

  /** `add` gives the id of a new one. A text that is no code stays unknown. */
  async read(
    scope: Scope,
    rows: readonly ImportRow[],
    add: (code: string) => Promise<string>,
  ): Promise<void> {
    this.#known ??= await knownLocations(scope);
    if (!this.#mayAdd) return;
    for (const row of rows) {
      const code = textOf(row, 'location') ?? '';
      const key = locationKey(row);
      if (this.#known.has(key) || !isLocationCode(code)) continue;
      this.#known.set(key, { id: await add(code), code });
      this.#added.push(code);
    }
  }

  get(key: string): KnownLocation | undefined {
    return this.#known?.get(key);
  }

  all(): readonly (readonly [key: string, location: KnownLocation])[] {
    return [...(this.#known ?? [])];
  }

  /** Why a row is refused that names none of them. */
  unknown(): string {
    const known = this.all().map(([, { code }]) => code);
    const none = 'there are none yet: import them first, or say --create-locations';
    return `is not a known location (${listOf(known) || none})`;
  }

  summary() {
    return this.#added.length > 0 ? { 'locations added; name them with /ops location': this.#added } : {};
  }
}
