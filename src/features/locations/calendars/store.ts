import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { DayOff, StoredCalendar, StoredEra } from './model.ts';

/** By place; one without anything stored is absent. */
export async function findCalendars(
  scope: Scope,
  places: readonly string[],
): Promise<ReadonlyMap<string, StoredCalendar>> {
  const where = { workspaceId: scope.workspaceId, place: { in: [...places] } };
  const eras = await reads(scope).calendarEra.findMany({ where, orderBy: { validFrom: 'asc' } });
  const daysOff = await reads(scope).holiday.findMany({ where, orderBy: { on: 'asc' } });
  const found = new Map<string, { eras: StoredEra[]; daysOff: DayOff[] }>();
  const of = (place: string) => {
    const known = found.get(place) ?? { eras: [], daysOff: [] };
    found.set(place, known);
    return known;
  };
  for (const { place, validFrom, timeZone, days, opens, closes, region } of eras)
    of(place).eras.push({ from: dayOf(validFrom), timeZone, days, opens, closes, region });
  for (const { place, on, name, works } of daysOff) of(place).daysOff.push({ on: dayOf(on), name, works });
  return found;
}

/** Hours that were to begin later than `era` stay; those of its day are replaced. */
export async function putEra(
  tx: Tx,
  place: string,
  era: StoredEra & { readonly from: string },
): Promise<void> {
  const { from, days, ...hours } = era;
  const key = { workspaceId: tx.workspaceId, place, validFrom: new Date(from) };
  const data = { ...hours, days: [...days] };
  await writes(tx).calendarEra.upsert({
    where: { workspaceId_place_validFrom: key },
    create: { ...key, ...data },
    update: data,
  });
}

export async function deleteEra(tx: Tx, place: string, from: string): Promise<void> {
  await writes(tx).calendarEra.deleteMany({
    where: { workspaceId: tx.workspaceId, place, validFrom: new Date(from) },
  });
}

/** Hours that count today and later go on by the clocks of another zone. */
export async function moveEras(tx: Tx, place: string, timeZone: string, since: string): Promise<void> {
  await writes(tx).calendarEra.updateMany({
    where: { workspaceId: tx.workspaceId, place, validFrom: { gte: new Date(since) } },
    data: { timeZone },
  });
}

export async function putDayOff(tx: Tx, place: string, { on, name, works }: DayOff): Promise<void> {
  const key = { workspaceId: tx.workspaceId, place, on: new Date(on) };
  await writes(tx).holiday.upsert({
    where: { workspaceId_place_on: key },
    create: { ...key, name, works },
    update: { name, works },
  });
}

export async function deleteDayOff(tx: Tx, place: string, on: string): Promise<void> {
  await writes(tx).holiday.deleteMany({
    where: { workspaceId: tx.workspaceId, place, on: new Date(on) },
  });
}

/** A date column comes as midnight UTC. */
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
