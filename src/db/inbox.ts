import type { PrismaClient } from './generated/client.ts';

/** An event as Slack delivered it. */
export interface Arrival {
  readonly workspaceId: string;
  /** The same for each delivery of the same event. */
  readonly key: string;
  readonly body: Record<string, unknown>;
}

const source = 'slack-event';

/** Writes the event down before it is acknowledged. False: it is here already. */
export async function recordArrival(
  prisma: PrismaClient,
  { workspaceId, key, body }: Arrival,
  now: Date,
  leaseUntil: Date,
): Promise<boolean> {
  const written = await prisma.$executeRaw`
    INSERT INTO inbound_event (workspace_id, source, key, body, received_at, leased_until)
    VALUES (${workspaceId}::uuid, ${source}, ${key}, ${storable(body)}::jsonb, ${now}, ${leaseUntil})
    ON CONFLICT DO NOTHING`;
  return written === 1;
}

/** JSON as PostgreSQL takes it: it refuses the NUL and halves of characters, which Slack delivers as people sent them. */
function storable(body: Record<string, unknown>): string {
  return JSON.stringify(body, (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD') : value,
  );
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

/** Takes over events whose process died before it had handled them; each is handed to one caller. */
export async function takeAbandoned(
  prisma: PrismaClient,
  workspaceId: string,
  now: Date,
  leaseUntil: Date,
): Promise<readonly Arrival[]> {
  return await prisma.$queryRaw<Arrival[]>`
    UPDATE inbound_event SET leased_until = ${leaseUntil}
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND handled_at IS NULL AND leased_until < ${now} AND body IS NOT NULL
    RETURNING workspace_id AS "workspaceId", key, body`;
}

/** Forgets arrivals that Slack will not deliver again: its last try is long past. */
export async function forgetArrivals(prisma: PrismaClient, workspaceId: string, before: Date): Promise<void> {
  await prisma.$executeRaw`DELETE FROM inbound_event WHERE workspace_id = ${workspaceId}::uuid AND received_at < ${before}`;
}
