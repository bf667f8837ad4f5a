import { simpleImport } from '../../../core/declare/simple-import.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { textOf } from '../../../core/tokens/import-row.ts';
import { codeFault, mostName, trackingUrlFault } from '../carrier/model.ts';
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
  /** Of a service always null. */
  readonly trackingUrl: string | null;
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
    {
      name: 'tracking_url',
      required: false,
      type: 'text',
      summary:
        'in a row without a service: the address of the carrier’s page of a parcel, {number} in place of its number',
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
    if (isLong) return fault('name', `is longer than ${mostName} characters`);
    const url = textOf(row, 'tracking_url');
    const wrongUrl = url === null ? null : trackingUrlFault(url);
    return wrongUrl ? fault('tracking_url', wrongUrl) : null;
  },
  read(row, before) {
    const service = textOf(row, 'service');
    const carrier = codeKey(textOf(row, 'carrier') ?? '');
    const own = service === null ? null : codeKey(service);
    return {
      carrier,
      service: own,
      name: textOf(row, 'name') ?? before?.name ?? own ?? carrier,
      trackingUrl: own === null ? (textOf(row, 'tracking_url') ?? before?.trackingUrl ?? null) : null,
    };
  },
  async existing(scope) {
    const known = await listCarriers(scope);
    return new Map<string, Told>(
      known.flatMap(({ code: carrier, name, trackingUrl, services }) => [
        [`${carrier}\n`, { carrier, service: null, name, trackingUrl }],
        ...services.map(
          ({ code, name }) =>
            [`${carrier}\n${code}`, { carrier, service: code, name, trackingUrl: null }] as const,
        ),
      ]),
    );
  },
  same: (a, b) => a.name === b.name && a.trackingUrl === b.trackingUrl,
  tell: ({ carrier, service, name, trackingUrl }) => ({ carrier, service, name, trackingUrl }),
  async write({ tx, ids, now }, things) {
    await lockCarriers(tx);
    const told = things.map(({ after }) => ({ ...after, id: ids.uuid(now) }));
    const own = new Map(told.flatMap((one) => (one.service === null ? [[one.carrier, one] as const] : [])));
    await writeCarriers(
      tx,
      [...new Set(told.map(({ carrier }) => carrier))].sort().map((code) => ({
        id: ids.uuid(now),
        code,
        name: own.get(code)?.name ?? null,
        trackingUrl: own.get(code)?.trackingUrl ?? null,
      })),
    );
    await writeServices(
      tx,
      told.flatMap(({ service, ...one }) => (service === null ? [] : [{ ...one, code: service }])),
    );
    return {};
  },
  analyze: analyzeCarriers,
});
