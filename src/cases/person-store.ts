import { Prisma } from '../db/generated/client.ts';

/**
 * A person as JSON, with the Slack account they used last. Whoever has no account any more, such as after two were
 * made one, is still named.
 */
export const somebody = (workspaceId: string, personId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('id', p.id, 'name', p.name, 'slackUserId', coalesce(m.slack_user_id, ''),
    'active', p.departed_at IS NULL AND m.slack_user_id IS NOT NULL AND NOT m.deactivated)
  FROM person p LEFT JOIN member m ON m.workspace_id = p.workspace_id AND m.person_id = p.id
  WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ${personId}
  ORDER BY m.deactivated, m.refreshed_at DESC LIMIT 1)`;
