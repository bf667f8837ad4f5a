import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, type SeedPlan } from './sql.ts';

const team = 'T0DEMO0001';

/** The sample's people in Slack. */
export const slackUsers = {
  ada: 'U0ADA00001',
  omar: 'U0OMAR0001',
  lena: 'U0LENA0001',
  maya: 'U0MAYA0001',
  vic: 'U0VIC00001',
} as const;

/** Slack user, name, role, department, time zone. */
const people = [
  [slackUsers.ada, 'Ada Okafor', 'admin', 'management', 'Europe/Berlin'],
  [slackUsers.omar, 'Omar Haddad', 'manager', 'purchasing', 'America/New_York'],
  [slackUsers.lena, 'Lena Brandt', 'lead', 'warehouse', 'Europe/Berlin'],
  [slackUsers.maya, 'Maya Lindqvist', 'operator', 'shipping', 'Europe/Berlin'],
  [slackUsers.vic, 'Vic Moreau', 'viewer', 'customer service', 'Europe/Paris'],
] as const;

/** A person who exists already keeps their data; roles are given only to people without any. */
export async function seedPeople(tx: Tx, { now }: SeedPlan): Promise<void> {
  const given = Prisma.sql`UNNEST(${people.map(([user]) => user)}::text[], ${people.map(([, name]) => name)}::text[],
    ${people.map(([, , role]) => role)}::text[], ${people.map(([, , , department]) => department)}::text[],
    ${people.map(([, , , , zone]) => zone)}::text[]) AS p (slack_user, name, role, department, zone)`;
  const id = idOf(tx.workspaceId, Prisma.sql`'person:' || p.slack_user`);
  const client = writes(tx);
  await client.$executeRaw`
    INSERT INTO person (workspace_id, id, name, time_zone, roles, departments, created_at)
    SELECT ${tx.workspaceId}::uuid, ${id}, p.name, zone, ARRAY[role], ARRAY[department], ${now}::timestamptz FROM ${given}
    WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.slack_user_id = p.slack_user)`;
  await client.$executeRaw`
    INSERT INTO member (workspace_id, slack_user_id, slack_team_id, person_id, kind, slack_admin, deactivated, refreshed_at)
    SELECT ${tx.workspaceId}::uuid, p.slack_user, ${team}, ${id}, 'full', role = 'admin', false, ${now}::timestamptz FROM ${given}
    ON CONFLICT (workspace_id, slack_user_id) DO NOTHING`;
  await client.$executeRaw`
    UPDATE person SET roles = ARRAY[role], departments = CASE WHEN departments = '{}' THEN ARRAY[department] ELSE departments END
    FROM ${given} JOIN member m ON m.workspace_id = ${tx.workspaceId}::uuid AND m.slack_user_id = p.slack_user
    WHERE person.workspace_id = ${tx.workspaceId}::uuid AND person.id = m.person_id AND person.roles = '{}'`;
}
