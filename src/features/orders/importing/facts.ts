import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import { money } from '../../../core/text/money.ts';
import { type ImportRow, integerOf, moneyOf, textOf } from '../../../core/tokens/import-row.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { orderKey } from './rules.ts';

/** Totals of the load, for the operator to check against the system that wrote the file. */
export class OrderFacts {
  readonly #all = new Sums();
  readonly #goods = new Sums();
  readonly #codes = new Set<string>();
  readonly #unknownCodes = new Set<string>();
  readonly #value = new Map<string, bigint>();
  readonly #severalTimes: string[] = [];
  /** Orders with stored lines that the file leaves out, and whether those stay. */
  readonly #leftOut = { kept: new Set<string>(), taken: new Set<string>() };

  take(row: ImportRow, about: { kind: string; currency: string; isGoods: boolean; isKnown: boolean }): void {
    const { kind, currency, isGoods, isKnown } = about;
    const units = Math.abs(integerOf(row, 'quantity') ?? 0);
    this.#all.add(orderKey(row), kind, units);
    if (!isGoods) return;
    const code = codeKey(textOf(row, 'code') ?? '');
    this.#goods.add(orderKey(row), kind, units);
    if (!isKnown) this.#unknownCodes.add(code);
    if (kind !== 'sale') return;
    this.#codes.add(code);
    const value = (moneyOf(row, 'unit_price')?.minor ?? 0n) * BigInt(units);
    this.#value.set(currency, (this.#value.get(currency) ?? 0n) + value);
  }

  severalTimes(number: string): void {
    this.#severalTimes.push(number);
  }

  leftOut(number: string, what: 'kept' | 'taken'): void {
    this.#leftOut[what].add(number);
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
      'orders with several times (the earliest counts)': this.#severalTimes,
      ...(kept.size > 0 && { 'orders with stored lines that the file leaves out (kept)': [...kept] }),
      ...(taken.size > 0 && { 'orders with stored lines that the file leaves out (taken away)': [...taken] }),
    };
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
