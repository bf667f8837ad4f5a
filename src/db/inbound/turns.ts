import type { PrismaClient } from '../generated/client.ts';

const source = 'member-turn';

/**
 * The requests served per member, shared between processes. The rows stand among the other arrivals and are deleted
 * with them. `process` identifies this process.
 */
export function sharedTurns(prisma: PrismaClient, workspaceId: string, process: string) {
  let written = 0;
  return {
    /** Records `own` and returns the times of other processes' requests since `since`. */
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
