import pg from 'pg';
import { persons } from './filling/cases.ts';
import { fill, type LargeShop } from './filling/fill.ts';
import { idOf } from './filling/values.ts';
import { memberId, teamId } from './slack.ts';

const enrol = `
  INSERT INTO member (workspace_id, slack_user_id, slack_team_id, person_id, kind, slack_admin, deactivated, refreshed_at)
  SELECT $1::uuid, slack, '${teamId}', person, 'full', false, false, $4::timestamptz
  FROM unnest($2::text[], $3::uuid[]) AS u(slack, person)`;

const channels = Array.from({ length: 200 }, (_, n) => `C0BENCH${String(n).padStart(4, '0')}`);

/** Fills the one workspace of a bot's database, and gives its persons the accounts that ask. Answers its id. */
export async function fillFor(connection: pg.ClientConfig, skus: number, large?: LargeShop): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM workspace');
    const workspaceId = rows[0]?.id ?? '';
    const now = new Date();
    await fill(connection, { workspaceId, now, skus, channels, ...(large && { large }) });
    const everybody = Array.from({ length: persons.asking + persons.leading }, (_, n) => n);
    const accounts = everybody.map((n) => memberId(n));
    const people = everybody.map((n) => idOf('person', n + 1));
    await client.query(enrol, [workspaceId, accounts, people, now]);
    return workspaceId;
  } finally {
    await client.end();
  }
}
