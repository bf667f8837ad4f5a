import { simpleImport } from '../../../core/declare/simple-import.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { isClock } from '../../../core/time/shapes.ts';
import { readDays } from '../../../core/time/weekdays.ts';
import { type ImportRow, instantOf, integerOf, saysOf, textOf } from '../../../core/tokens/import-row.ts';
import { locations } from '../../locations/index.ts';
import { listCarriers, lockCarriers } from '../carrier/store.ts';
import {
  collectionKey,
  mostLateMinutes,
  type Named,
  type Timetable,
  tellCollection,
} from '../collection/model.ts';
import { analyzeCollections, listCollections, writeCollections } from '../collection/store.ts';
import { importCarriersPermission } from '../permissions.ts';
import { fields } from './fields-model.ts';

/** A collection by the codes of what it names. */
interface Told extends Named, Omit<Timetable, 'exceptions'> {
  /** Null: it is new. */
  readonly id: string | null;
}

export const importCollections = simpleImport<Told>({
  name: 'collections',
  summary: 'when carriers collect at locations: a row for each location, carrier, service and cut-off',
  permission: importCarriersPermission,
  after: ['locations', 'carriers'],
  key: ['location', 'carrier', 'service', 'cut_off'],
  fields,
  check(row) {
    const fault = (column: string, reason: string) => {
      const value = String(row.values[column] ?? '');
      return { line: row.line, column, value, reason };
    };
    const cutOff = textOf(row, 'cut_off') ?? '';
    const pickUp = textOf(row, 'pick_up');
    const margin = integerOf(row, 'late_margin') ?? 0;
    const [from, to] = [instantOf(row, 'valid_from'), instantOf(row, 'valid_to')];
    if (!isClock(cutOff)) return fault('cut_off', 'is not a time such as 16:00');
    if (!readDays(textOf(row, 'weekdays') ?? '')) return fault('weekdays', 'is not days such as Mon–Fri');
    if (pickUp !== null && !isClock(pickUp)) return fault('pick_up', 'is not a time such as 16:30');
    if (pickUp !== null && pickUp < cutOff) return fault('pick_up', `is before the cut-off, ${cutOff}`);
    if (margin < 0) return fault('late_margin', 'is negative');
    if (margin > mostLateMinutes) return fault('late_margin', `is more than ${mostLateMinutes} minutes`);
    return from && to && to < from ? fault('valid_to', 'is before valid_from') : null;
  },
  async refers(ctx) {
    const known = await knownTo(ctx);
    return (row) => {
      const fault = (column: string, reason: string) => {
        return { line: row.line, column, value: textOf(row, column) ?? '', reason };
      };
      const { carrier, service } = namedIn(row);
      if (!known.location(namedIn(row).location)) return fault('location', 'is no location here');
      const found = known.carrier(carrier);
      if (!found) return fault('carrier', 'is no carrier here: import carriers first');
      const isKnown = service === null || found.services.some(({ code }) => code === service);
      return isKnown ? null : fault('service', `is no service of ${found.name}: import carriers first`);
    };
  },
  // What a file leaves out or empty is as in a new row, but for columns that it does not have.
  read(row, before) {
    const or = <T>(field: string, said: T, kept: T | undefined) =>
      saysOf(row, field) || kept === undefined ? said : kept;
    return {
      id: before?.id ?? null,
      ...namedIn(row),
      cutOff: textOf(row, 'cut_off') ?? '',
      weekdays: readDays(textOf(row, 'weekdays') ?? '') ?? [],
      pickUp: or('pick_up', textOf(row, 'pick_up'), before?.pickUp),
      lateMarginMin: or('late_margin', integerOf(row, 'late_margin') ?? 0, before?.lateMarginMin),
      validFrom: or('valid_from', dayIn(row, 'valid_from'), before?.validFrom),
      validTo: or('valid_to', dayIn(row, 'valid_to'), before?.validTo),
    };
  },
  async existing(scope) {
    const known = await knownTo({ scope });
    const all = await listCollections(scope, null);
    return new Map(
      all.flatMap(({ exceptions: _, locationId, carrierId, serviceId, ...one }) => {
        const named = known.named({ locationId, carrierId, serviceId });
        return named
          ? [[collectionKey({ ...named, cutOff: one.cutOff }), { ...one, ...named }] as const]
          : [];
      }),
    );
  },
  same: (a, b) => JSON.stringify(tellCollection(a)) === JSON.stringify(tellCollection(b)),
  tell: tellCollection,
  async write({ tx, ids, now }, things) {
    await lockCarriers(tx);
    const known = await knownTo({ scope: tx });
    await writeCollections(
      tx,
      things.flatMap(({ after: { location, carrier, service, id, ...times } }) => {
        const found = known.carrier(carrier);
        const locationId = known.location(location)?.id;
        if (!found || !locationId) return [];
        const serviceId = found.services.find(({ code }) => code === service)?.id ?? null;
        return [{ ...times, id: id ?? ids.uuid(now), locationId, carrierId: found.id, serviceId }];
      }),
    );
    return {};
  },
  analyze: analyzeCollections,
});

function namedIn(row: ImportRow) {
  const service = textOf(row, 'service');
  return {
    location: codeKey(textOf(row, 'location') ?? ''),
    carrier: codeKey(textOf(row, 'carrier') ?? ''),
    service: service === null ? null : codeKey(service),
  };
}

function dayIn(row: ImportRow, field: string): string | null {
  return instantOf(row, field)?.toISOString().slice(0, 10) ?? null;
}

/** Locations and carriers by the keys of their codes. */
async function knownTo({ scope }: Pick<QueryContext, 'scope'>) {
  const places = (await locations(scope)).map((one) => ({ ...one, code: codeKey(one.code) }));
  const carriers = await listCarriers(scope);
  return {
    location: (key: string) => places.find(({ code }) => code === key),
    carrier: (key: string) => carriers.find(({ code }) => code === key),
    named(one: { locationId: string; carrierId: string; serviceId: string | null }) {
      const location = places.find(({ id }) => id === one.locationId)?.code;
      const carrier = carriers.find(({ id }) => id === one.carrierId);
      const service = carrier?.services.find(({ id }) => id === one.serviceId)?.code ?? null;
      return location && carrier ? { location, carrier: carrier.code, service } : null;
    },
  };
}
