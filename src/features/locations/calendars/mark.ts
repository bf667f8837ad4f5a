import { createHash } from 'node:crypto';
import type { StoredLocation } from '../location/model.ts';
import type { StoredCalendar } from './model.ts';

/** A short text that differs once anything about the place has changed: what a form was opened over. */
export function markOf(location: StoredLocation | null, calendar: StoredCalendar | undefined): string {
  const settings = location && {
    name: location.name,
    kind: location.kind,
    timeZone: location.timeZone,
    record: location.record,
    staleAfterMinutes: location.staleAfterMinutes,
    active: location.active,
  };
  const text = JSON.stringify([settings, calendar?.eras ?? [], calendar?.daysOff ?? []]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
