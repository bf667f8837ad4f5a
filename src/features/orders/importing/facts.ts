import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { type ImportRow, integerOf, moneyOf, textOf } from '../../../core/tokens/import-row.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';

/** The most unknown codes that are named. */
const named = 5;

/** Totals of the load, for the operator to check against the system that wrote the file. */
export class OrderFacts {
  readonly #all = new Sums();
  readonly #goods = new Sums();
  readonly #codes = new Set<string>();
  readonly #unknownCodes = new Set<string>();
  /** The first of them, as the file writes them. */
  readonly #firstUnknown: string[] = [];
  readonly #value = new Map<string, bigint>();
  readonly #severalTimes: string[] = [];
  /** Orders with stored lines that the file leaves out, and whether those stay. */
  readonly #leftOut = { kept: new Set<string>(), taken: new Set<string>() };

  take(
    row: ImportRow,
    about: { order: string; kind: string; currency: string; isGoods: boolean; isKnown: boolean },
  ): void {
    const { order, kind, currency, isGoods, isKnown } = about;
    const units = Math.abs(integerOf(row, 'quantity') ?? 0);
    this.#all.add(order, kind, units);
    if (!isGoods) return;
    const text = textOf(row, 'code') ?? '';
    const code = codeKey(text);
    this.#goods.add(order, kind, units);
    if (!isKnown) this.#unknown(code, text);
    if (kind !== 'sale') return;
    this.#codes.add(code);
    const value = (moneyOf(row, 'unit_price')?.minor ?? 0n) * BigInt(units);
    this.#value.set(currency, (this.#value.get(currency) ?? 0n) + value);
  }

  severalTimes(order: string): void {
    this.#severalTimes.push(order);
  }

  leftOut(order: string, what: 'kept' | 'taken'): void {
    this.#leftOut[what].add(order);
  }

  summary(): JsonObject {
    const { kept, taken } = this.#leftOut;
    return {
      'every line': this.#all.summary(),
      'goods only': {
        ...this.#goods.summary(),
        'codes sold': this.#codes.size,
        'value sold': [...this.#value].map(([currency, minor]) => money(minor, currency)).join(' + '),
        'codes without a known SKU': this.#unknownCodes.size,
      },
      ...(this.#firstUnknown.length > 0 && { 'not in the catalogue': this.#unknownText() }),
      'orders with several times (the earliest counts)': this.#severalTimes,
      ...(kept.size > 0 && { 'orders with stored lines that the file leaves out (kept)': [...kept] }),
      ...(taken.size > 0 && { 'orders with stored lines that the file leaves out (taken away)': [...taken] }),
    };
  }

  #unknown(code: string, text: string): void {
    if (this.#unknownCodes.has(code)) return;
    this.#unknownCodes.add(code);
    if (this.#firstUnknown.length < named && text !== '') this.#firstUnknown.push(text);
  }

  /** "GONE, LOST and 3 more. Import these products, then the orders again." */
  #unknownText(): string {
    const rest = this.#unknownCodes.size - this.#firstUnknown.length;
    const codes = `${this.#firstUnknown.join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`;
    const these = this.#unknownCodes.size === 1 ? 'this product' : 'these products';
    return `${codes}. Import ${these}, then the orders again.`;
  }
}

class Sums {
  readonly #orders = { sale: new CompactMap(), credit: new CompactMap() };
  readonly #units = { sale: 0, credit: 0 };

  add(order: string, kind: string, units: number): void {
    const which = kind === 'credit' ? 'credit' : 'sale';
    this.#orders[which].set(order, 1);
    this.#units[which] += units;
  }

  summary(): JsonObject {
    return {
      sales: this.#orders.sale.size,
      units: this.#units.sale,
      credits: this.#orders.credit.size,
      'units credited': this.#units.credit,
    };
  }
}
