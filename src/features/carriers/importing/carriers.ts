import { simpleImport } from '../../../core/declare/simple-import.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { textOf } from '../../../core/tokens/import-row.ts';
import { codeFault, mostName } from '../carrier/model.ts';
import {
  analyzeCarriers,
  listCarriers,
  lockCarriers,
  writeCarriers,
  writeServices,
} from '../carrier/store.ts';
import { importCarriersPermission } from '../permissions.ts';

/** A carrier, or one of its services. */
interface Told {
  readonly carrier: string;
  /** Null: it is the carrier itself. */
  readonly service: string | null;
  readonly name: string;
}

export const importCarriers = simpleImport<Told>({
  name: 'carriers',
  summary: 'who fetches parcels, and what they sell: a row for a carrier, and one for each of its services',
  permission: importCarriersPermission,
  after: [],
  key: ['carrier', 'service'],
  fields: [
    {
      name: 'carrier',
      required: true,
      type: 'code',
      also: ['code', 'carrier_code'],
      summary: 'a short code of the carrier, such as DHL; one that nobody knows is added',
    },
    {
      name: 'service',
      required: false,
      type: 'code',
      also: ['service_code'],
      summary: 'a short code of the service, such as EXPRESS; empty for the carrier itself',
    },
    {
      name: 'name',
      required: false,
      type: 'text',
      summary: 'the name of the service, or of the carrier in a row without one; the code when empty',
    },
  ],
  check(row) {
    const fault = (column: string, reason: string) => {
      const value = String(row.values[column] ?? '');
      return { line: row.line, column, value, reason };
    };
    const wrongCarrier = codeFault(textOf(row, 'carrier') ?? '');
    if (wrongCarrier) return fault('carrier', wrongCarrier);
    const wrongService = codeFault(textOf(row, 'service') ?? 'NONE');
    if (wrongService) return fault('service', wrongService);
    const isLong = (textOf(row, 'name') ?? '').length > mostName;
    return isLong ? fault('name', `is longer than ${mostName} characters`) : null;
  },
  read(row, before) {
    const service = textOf(row, 'service');
    const carrier = codeKey(textOf(row, 'carrier') ?? '');
    const own = service === null ? null : codeKey(service);
    return { carrier, service: own, name: textOf(row, 'name') ?? before?.name ?? own ?? carrier };
  },
  async existing(scope) {
    const known = await listCarriers(scope);
    return new Map<string, Told>(
      known.flatMap(({ code: carrier, name, services }) => [
        [`${carrier}\n`, { carrier, service: null, name }],
        ...services.map(
          ({ code, name }) => [`${carrier}\n${code}`, { carrier, service: code, name }] as const,
        ),
      ]),
    );
  },
  same: (a, b) => a.name === b.name,
  tell: ({ carrier, service, name }) => ({ carrier, service, name }),
  async write({ tx, ids, now }, things) {
    await lockCarriers(tx);
    const told = things.map(({ after }) => ({ ...after, id: ids.uuid(now) }));
    const named = new Map(told.flatMap((one) => (one.service === null ? [[one.carrier, one.name]] : [])));
    await writeCarriers(
      tx,
      [...new Set(told.map(({ carrier }) => carrier))]
        .sort()
        .map((code) => ({ id: ids.uuid(now), code, name: named.get(code) ?? null })),
    );
    await writeServices(
      tx,
      told.flatMap(({ service, ...one }) => (service === null ? [] : [{ ...one, code: service }])),
    );
    return {};
  },
  analyze: analyzeCarriers,
});
