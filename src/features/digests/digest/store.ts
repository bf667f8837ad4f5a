import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { Digest as Row } from '../../../db/generated/client.ts';
import { findSchedule, listSchedules, type StoredSchedule } from '../../../db/schedules.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Digest, type DigestSettings, digestKindId, type Period } from './model.ts';

export { nextNumber } from '../../../db/counter.ts';
export {
  changeSchedule,
  endSchedule,
  giveSchedule,
  insertSchedule,
  lockSchedule,
  pauseSchedule,
  settleUntil,
} from '../../../db/schedules.ts';
export { insertSlots } from '../../../db/slots.ts';

/** Those that have not ended, by number. */
export async function listDigests(scope: Scope): Promise<readonly Digest[]> {
  const schedules = new Map((await listSchedules(scope, digestKindId)).map((one) => [one.id, one]));
  const rows = await reads(scope).digest.findMany({
    where: { workspaceId: scope.workspaceId, endedAt: null },
    orderBy: { number: 'asc' },
  });
  return rows.flatMap((row) => {
    const schedule = schedules.get(row.id);
    return schedule ? [digestOf(row, schedule)] : [];
  });
}

/** Null: it has ended, or never was. */
export async function findDigest(scope: Scope, id: string): Promise<Digest | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).digest.findFirst({ where: { workspaceId, id, endedAt: null } });
  const schedule = row && (await findSchedule(scope, id));
  return row && schedule ? digestOf(row, schedule) : null;
}

export async function insertDigest(tx: Tx, digest: Omit<Digest, 'schedule'>, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digest.create({
    data: { ...columnsOf(digest), ...keyOf(digest), workspaceId, createdAt: now },
  });
}

const keyOf = ({ id, number }: Omit<Digest, 'schedule'>) => ({ id, number });

export async function updateDigest(tx: Tx, id: string, settings: DigestSettings): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digest.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: columnsOf(settings),
  });
}

export async function endDigest(tx: Tx, id: string, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digest.update({ where: { workspaceId_id: { workspaceId, id } }, data: { endedAt: now } });
}

function columnsOf({ name, period, sections, kpis, skipIfEmpty, tolerance }: DigestSettings) {
  return { name, period, sections: [...sections], kpis: [...kpis], skipIfEmpty, tolerance };
}

function digestOf(row: Row, { settledUntil: _, ...schedule }: StoredSchedule): Digest {
  const { id, number, name, sections, kpis, skipIfEmpty, tolerance } = row;
  return { id, number, name, period: row.period as Period, sections, kpis, skipIfEmpty, tolerance, schedule };
}
