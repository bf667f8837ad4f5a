import type { PrismaClient } from '../generated/client.ts';

const source = 'member-turn';

/**
 * What the processes have served of each member's requests, among the other arrivals and forgotten with them. `process`
 * tells this one's from the others'.
 */
export function sharedTurns(prisma: PrismaClient, workspaceId: string, process: string) {
  let written = 0;
  return {
    /** Writes down `own` and returns when the others served theirs, after `since`. */
    async share(slackUserId: string, own: readonly Date[], since: Date): Promise<readonly Date[]> {
      const theirs = `${slackUserId}:`;
      const ours = `${theirs}${process}:`;
      const keys = own.map(() => `${ours}${++written}`);
      const rows = await prisma.$queryRaw<{ at: Date }[]>`
        WITH noted AS (
          INSERT INTO inbound_event (workspace_id, source, key, received_at, handled_at, attempts)
          SELECT ${workspaceId}::uuid, ${source}, t.key, t.at, t.at, 0
          FROM UNNEST(${keys}::text[], ${own}::timestamptz[]) AS t (key, at)
          ON CONFLICT DO NOTHING
        )
        SELECT received_at AS at FROM inbound_event
        WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND received_at > ${since}
          AND starts_with(key, ${theirs}) AND NOT starts_with(key, ${ours})`;
      return rows.map(({ at }) => at);
    },
  };
}
