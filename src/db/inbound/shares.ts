import type { PrismaClient } from '../generated/client.ts';

const source = 'slack-share';

/**
 * Whether this is the first share of its key since `since`; of two at once it is true for one. The rows stand among the
 * other arrivals and are deleted with them.
 */
export async function isFirstShare(
  prisma: PrismaClient,
  { workspaceId, key }: { readonly workspaceId: string; readonly key: string },
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<boolean> {
  const first = await prisma.$executeRaw`
    INSERT INTO inbound_event (workspace_id, source, key, received_at, handled_at, attempts)
    VALUES (${workspaceId}::uuid, ${source}, ${key}, ${now}, ${now}, 0)
    ON CONFLICT (workspace_id, source, key) DO UPDATE SET received_at = excluded.received_at, handled_at = excluded.handled_at
      WHERE inbound_event.received_at <= ${since}`;
  return first === 1;
}
