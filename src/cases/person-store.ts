import { Prisma } from '../db/generated/client.ts';

/**
 * A person as JSON, with the Slack account they used last. Of two accounts that were made one person, both name that
 * person. Whoever has no account any more is still named.
 */
export const somebody = (workspaceId: string | Prisma.Sql, personId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('id', p.id, 'name', p.name, 'slackUserId', coalesce(m.slack_user_id, ''),
    'active', p.departed_at IS NULL AND m.slack_user_id IS NOT NULL AND NOT m.deactivated)
  FROM person was JOIN person p ON p.workspace_id = was.workspace_id AND p.id = coalesce(was.merged_into_id, was.id)
  LEFT JOIN member m ON m.workspace_id = p.workspace_id AND m.person_id = p.id
  WHERE was.workspace_id = ${workspaceId}::uuid AND was.id = ${personId}
  ORDER BY m.deactivated, m.refreshed_at DESC, m.slack_user_id LIMIT 1)`;
