import type { PrismaClient } from '../generated/client.ts';

/** An event as Slack delivered it. */
export interface Arrival {
  readonly workspaceId: string;
  /** The same key for every delivery of an event. */
  readonly key: string;
  readonly body: Record<string, unknown>;
}

const source = 'slack-event';

/** Records the event before it is acknowledged. False: it was recorded before. */
export async function recordArrival(
  prisma: PrismaClient,
  { workspaceId, key, body }: Arrival,
  now: Date,
  leaseUntil: Date,
): Promise<boolean> {
  const written = await prisma.$executeRaw`
    INSERT INTO inbound_event (workspace_id, source, key, body, received_at, leased_until, attempts)
    VALUES (${workspaceId}::uuid, ${source}, ${key}, ${JSON.stringify(body)}::jsonb, ${now}, ${leaseUntil}, 1)
    ON CONFLICT DO NOTHING`;
  return written === 1;
}

/** The event was handled. Its body goes: it holds what people wrote. */
export async function settleArrival(
  prisma: PrismaClient,
  workspaceId: string,
  key: string,
  now: Date,
): Promise<void> {
  await prisma.$executeRaw`
    UPDATE inbound_event SET handled_at = ${now}, body = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND key = ${key}`;
}

/** Records a failure and the time of the retry. Returns the number of attempts. */
export async function noteFailedArrival(
  prisma: PrismaClient,
  workspaceId: string,
  key: string,
  { error, again }: { readonly error: string; readonly again: (attempts: number) => Date },
): Promise<number> {
  const where = { workspaceId_source_key: { workspaceId, source, key } };
  const { attempts } = await prisma.inboundEvent.update({
    where,
    data: { error },
    select: { attempts: true },
  });
  await prisma.inboundEvent.update({ where, data: { leasedUntil: again(attempts) } });
  return attempts;
}

/** Claims the oldest event whose process died before it had handled it; each goes to one caller. */
export async function takeAbandoned(
  prisma: PrismaClient,
  workspaceId: string,
  now: Date,
  { leaseUntil, most }: { readonly leaseUntil: Date; readonly most: number },
): Promise<Arrival | null> {
  const [taken] = await prisma.$queryRaw<Arrival[]>`
    UPDATE inbound_event SET leased_until = ${leaseUntil}, attempts = attempts + 1
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND key = (
      SELECT key FROM inbound_event
      WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND handled_at IS NULL AND leased_until < ${now} AND body IS NOT NULL
        AND attempts < ${most}
      ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING workspace_id AS "workspaceId", key, body`;
  return taken ?? null;
}

/** Sets aside events that used up their attempts because every process was killed. Returns each of them once. */
export async function setAsideKillers(
  prisma: PrismaClient,
  workspaceId: string,
  now: Date,
  { most, but }: { readonly most: number; readonly but: readonly string[] },
): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ key: string }[]>`
    UPDATE inbound_event SET error = 'its process was killed at every try'
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND handled_at IS NULL AND leased_until < ${now}
      AND attempts >= ${most} AND error IS NULL AND key <> ALL(${but}::text[])
    RETURNING key`;
  return rows.map(({ key }) => key);
}

/** Deletes events that Slack will not deliver again: its last retry is long past. */
export async function forgetArrivals(prisma: PrismaClient, workspaceId: string, before: Date): Promise<void> {
  await prisma.$executeRaw`DELETE FROM inbound_event WHERE workspace_id = ${workspaceId}::uuid AND received_at < ${before}`;
}
