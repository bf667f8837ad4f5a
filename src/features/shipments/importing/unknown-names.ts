import { codeKey } from '../../../core/text/code-key.ts';
import { countriesLike, countryCode } from '../../../core/text/country.ts';
import { didYouMean, namedIn } from '../../../core/text/names.ts';
import { number } from '../../../core/text/quantity.ts';
import { type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { listOf } from './order-names.ts';

interface Known {
  readonly code: string;
  readonly name: string;
}

interface Unknown {
  readonly said: string;
  /** Where it first stands. */
  readonly line: number;
  rows: number;
  readonly like: readonly string[];
}

const countryFields = ['from_country', 'to_country', 'country'];

/**
 * Names of carriers and countries in a file that nobody knows. Their rows are taken, since a scan is worth more than the name
 * beside it; whoever imports is told, with what may be meant.
 */
export class UnknownNames {
  readonly #carriers = new Map<string, Unknown>();
  readonly #countries = new Map<string, Unknown>();

  note(rows: readonly ImportRow[], carriers: readonly Known[]): void {
    for (const row of rows) {
      const carrier = textOf(row, 'carrier');
      // Where no carrier was added yet, no name of one is a mistake.
      if (carrier !== null && carriers.length > 0) this.#noteCarrier(carrier, row.line, carriers);
      for (const field of countryFields) {
        const country = textOf(row, field);
        if (country !== null && countryCode(country) === null)
          add(this.#countries, country, row.line, () => countriesLike(country));
      }
    }
  }

  #noteCarrier(said: string, line: number, carriers: readonly Known[]): void {
    const own = this.#carriers.get(codeKey(said));
    if (own) {
      own.rows += 1;
      return;
    }
    const { exact, like } = namedIn(carriers, ({ code, name }) => [code, name], said);
    if (exact.length === 0) add(this.#carriers, said, line, () => like.map(({ name }) => name));
  }

  summary(): Readonly<Record<string, string>> {
    const told = (what: string, unknown: ReadonlyMap<string, Unknown>, means: string) =>
      unknown.size > 0 ? { [what]: `${listOf([...unknown.values()].map(wordsOf))}. ${means}` } : {};
    return {
      ...told(
        'carriers that nobody knows',
        this.#carriers,
        'Their parcels are kept under the name as it stands; correct it in the file and import that again, or add the carrier.',
      ),
      ...told(
        'countries that nobody knows',
        this.#countries,
        'The rows are kept without that country; correct it in the file and import that again.',
      ),
    };
  }
}

function add(unknown: Map<string, Unknown>, said: string, line: number, like: () => readonly string[]) {
  const key = codeKey(said);
  const own = unknown.get(key);
  if (own) own.rows += 1;
  else unknown.set(key, { said: said.slice(0, 60), line, rows: 1, like: like() });
}

/** "DHLL (line 3 and 4 more rows; did you mean DHL?)". */
function wordsOf({ said, line, rows, like }: Unknown): string {
  const more = rows > 1 ? ` and ${number(rows - 1)} more` : '';
  const meant = didYouMean(like);
  const hint = like.length > 0 ? `; ${meant.slice(0, 1).toLowerCase()}${meant.slice(1)}` : '';
  return `${said} (line ${number(line)}${more}${hint})`;
}
