import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { LastSlot } from './rules.ts';

export {
  endSchedule,
  findSchedule,
  insertSchedule,
  listSchedules,
  pauseSchedule,
} from '../../../db/schedules.ts';
export { settleSlot } from '../../../db/slots.ts';

/** The newest slot of each schedule that has one. */
export async function lastSlots(
  scope: Scope,
  scheduleIds: readonly string[],
): Promise<ReadonlyMap<string, LastSlot>> {
  const rows = await reads(scope).$queryRaw<(LastSlot & { scheduleId: string })[]>`
    SELECT DISTINCT ON (schedule_id) schedule_id AS "scheduleId", slot_at AS "slotAt", state, error FROM slot
    WHERE workspace_id = ${scope.workspaceId}::uuid AND schedule_id = ANY(${scheduleIds}::uuid[])
    ORDER BY schedule_id, slot_at DESC`;
  return new Map(rows.map(({ scheduleId, ...slot }) => [scheduleId, slot]));
}
