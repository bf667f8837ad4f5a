import type { Scope } from '../../../core/runtime/database.ts';
import { followsCalendar } from '../../../core/time/calendars/rule.ts';
import type { Timing } from '../../../core/time/timing.ts';
import { describeSchedule } from '../../../core/time/timing-words.ts';
import { reads } from '../../../db/scope.ts';
import type { Trouble } from './rules.ts';

/** The database's record of it; `kind` is that of a schedule or of due work. */
export interface TroubleRow {
  readonly kind: string;
  readonly place: string;
  readonly attempts: number;
  readonly error: string | null;
}

/** Null: it is over or no longer exists. */
export async function findTrouble(scope: Scope, trouble: Trouble): Promise<TroubleRow | null> {
  const { workspaceId } = scope;
  if (trouble.about === 'due') {
    const { kind, subject } = trouble;
    const due = await reads(scope).dueWork.findFirst({
      where: { workspaceId, kind, subject, setAside: true },
    });
    return due && { ...due, place: '' };
  }
  if (trouble.about === 'work') {
    const { id } = trouble;
    const work = await reads(scope).work.findFirst({ where: { workspaceId, id, state: 'stuck' } });
    return work && { ...work, place: '' };
  }
  if (trouble.about === 'job') {
    const [job] = await reads(scope).$queryRaw<TroubleRow[]>`
      SELECT name AS kind, '' AS place, retry_count + 1 AS attempts, coalesce(output->>'message', output->>'value') AS error
      FROM pgboss.job WHERE name = ${trouble.queue} AND id = ${trouble.id}::uuid AND state = 'failed'
        AND data->>'workspaceId' = ${workspaceId}`;
    return job ?? null;
  }
  if (trouble.about === 'event') {
    const { key } = trouble;
    const event = await reads(scope).inboundEvent.findFirst({ where: { workspaceId, key, handledAt: null } });
    return event && { ...event, kind: 'Slack’s event', place: '' };
  }
  if (trouble.about === 'part') {
    const { part, since } = trouble;
    const broken = await reads(scope).brokenPart.findFirst({
      where: { workspaceId, part, since, workedAt: null },
    });
    return (
      broken && { kind: part, place: '', attempts: 1, error: `${broken.error} (ref ${broken.reference})` }
    );
  }
  const id = trouble.scheduleId;
  const schedule = await reads(scope).schedule.findFirst({ where: { workspaceId, id } });
  if (!schedule) return null;
  const { kind, place, cron, timeZone, endedAt } = schedule;
  if (trouble.about === 'schedule')
    return endedAt ? null : { kind, place, attempts: 1, error: unreadable({ cron, timeZone }) };
  const { slotAt } = trouble;
  const slot = await reads(scope).slot.findFirst({
    where: { workspaceId, scheduleId: id, slotAt, state: 'failed' },
  });
  return slot && { ...slot, kind, place };
}

function unreadable(timing: Timing): string {
  return followsCalendar(timing)
    ? `I cannot work out when it is "${describeSchedule(timing)}": see whether that location was closed`
    : `"${timing.cron}" in ${timing.timeZone} is not a valid schedule`;
}
