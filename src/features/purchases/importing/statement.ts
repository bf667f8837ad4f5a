import {
  booleanOf,
  type ImportRow,
  instantOf,
  integerOf,
  moneyOf,
  saysOf,
  textOf,
} from '../../../core/tokens/import-row.ts';
import type { LineSaid } from '../line/model.ts';
import { nameIn } from './rules.ts';

/** What a row says. A column that the file lacks says nothing; an empty cell says that there is none. */
export function statementOf(
  row: ImportRow,
  from: { readonly source: string; readonly saidAt: Date; readonly locationId: string | null },
): LineSaid {
  const told = <Value>(field: string, value: Value): Value | undefined =>
    saysOf(row, field) ? value : undefined;
  const text = (field: string) => told(field, textOf(row, field));
  const day = (field: string) => told(field, instantOf(row, field)?.toISOString().slice(0, 10) ?? null);
  return {
    ...nameIn(row),
    source: from.source,
    saidAt: from.saidAt,
    notice: text('notice'),
    supplier: text('supplier'),
    mode: text('mode'),
    country: text('country'),
    code: text('sku'),
    title: text('title'),
    locationId: told('location', from.locationId),
    ordered: integerOf(row, 'ordered') ?? 0,
    received: told('received', integerOf(row, 'received') ?? 0),
    sentOn: day('sent_on'),
    sentSaid: text('sent_said'),
    promisedOn: day('promised_on'),
    deliveredOn: day('delivered_on'),
    recordedOn: day('recorded_on'),
    cancelled: told('cancelled', booleanOf(row, 'cancelled') ?? false),
    value: told('value', moneyOf(row, 'value')),
  };
}
