import type { Scope } from '../../../core/runtime/database.ts';
import { number } from '../../../core/text/quantity.ts';
import { ordersByNumber } from '../../orders/index.ts';
import { orderMeant } from '../fold/named-rules.ts';
import type { ShipmentStatement } from '../telling/model.ts';
import { namedIn } from '../telling/naming.ts';

/** The most texts that a list names. */
const named = 5;
const mostOrders = 100;

/** "PZ-12, PZ-13 and 4 more". */
export function listOf(texts: readonly string[]): string {
  const rest = texts.length - named;
  return `${texts.slice(0, named).join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`;
}

/** Which of the orders that a file names are not found, for whoever imports it. */
export class OrderNames {
  readonly #unknown = new Set<string>();
  readonly #several = new Set<string>();

  async note(scope: Scope, statements: readonly ShipmentStatement[]): Promise<void> {
    const numbers = namedIn(statements);
    if (numbers.length === 0) return;
    const orders = await ordersByNumber(scope, numbers, mostOrders);
    for (const said of statements.flatMap(({ about }) => about.orders ?? [])) {
      const meant = orderMeant(said, orders);
      if (meant === 'nobody knows it') this.#unknown.add(said.number);
      if (meant === 'several have it') this.#several.add(said.number);
    }
  }

  summary(): Readonly<Record<string, string>> {
    const told = (words: string, found: ReadonlySet<string>, means: string) =>
      found.size > 0 ? { [words]: `${listOf([...found])}. ${means}` } : {};
    return {
      ...told(
        'orders that nobody knows yet',
        this.#unknown,
        'Each is linked when it comes; if it is here under another channel, name that one.',
      ),
      ...told(
        'order numbers that several channels use',
        this.#several,
        'None of these parcels has an order until a column named channel says which.',
      ),
    };
  }
}
