import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Directing } from './leads-rules.ts';

/** Leads, managers and admins, by name, each with the Slack account they used last. */
export async function listDirecting(scope: Scope): Promise<readonly Directing[]> {
  return await reads(scope).$queryRaw<Directing[]>`
    SELECT DISTINCT ON (p.name, p.id) m.slack_user_id AS "slackUserId", p.roles, p.departments
    FROM person p JOIN member m ON m.workspace_id = p.workspace_id AND m.person_id = p.id
    WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.departed_at IS NULL AND NOT m.deactivated
      AND p.roles && ARRAY['lead', 'manager', 'admin']
    ORDER BY p.name, p.id, m.refreshed_at DESC`;
}
