import type { Scope, Tx } from '../../core/runtime/database.ts';
import type { Role } from '../../core/tokens/permission.ts';
import { together } from '../../db/batch.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import type { Colleague, MemberKind, MemberRow, SlackAccount, Wanted } from './rules.ts';

const memberColumns = Prisma.sql`
  m.person_id AS "personId", m.slack_user_id AS "slackUserId", p.name, p.time_zone AS "timeZone", p.roles, p.departments,
  m.kind, m.slack_admin AS "slackAdmin", NOT m.deactivated AND p.departed_at IS NULL AS active, m.refreshed_at AS "refreshedAt"`;

// Raw SQL for speed: every command asks this first.
export const findMember = together(
  async (scope: Scope, slackUserIds: readonly string[]): Promise<readonly (MemberRow | null)[]> => {
    const rows = await reads(scope).$queryRaw<MemberRow[]>`
      /* prepared: people.members */
      SELECT ${memberColumns}
      FROM member m JOIN person p ON p.workspace_id = m.workspace_id AND p.id = m.person_id
      WHERE m.workspace_id = ${scope.workspaceId}::uuid AND m.slack_user_id = ANY(${slackUserIds}::text[])`;
    return slackUserIds.map((id) => rows.find((row) => row.slackUserId === id) ?? null);
  },
);

/** The account with the id, else those with the name, in any case; several when the name is shared. */
export async function findMembers(scope: Scope, { id, name }: Wanted): Promise<readonly MemberRow[]> {
  const found = await reads(scope).$queryRaw<MemberRow[]>`
    SELECT ${memberColumns}
    FROM member m JOIN person p ON p.workspace_id = m.workspace_id AND p.id = m.person_id
    WHERE m.workspace_id = ${scope.workspaceId}::uuid
      AND (m.slack_user_id = ${id} OR lower(p.name) = lower(${name}) OR lower(split_part(p.name, ' ', 1)) = lower(${name}))
    ORDER BY coalesce(m.slack_user_id = ${id}, false) DESC, p.name, m.slack_user_id LIMIT 5`;
  const [first] = found;
  return first && first.slackUserId === id ? [first] : found;
}

export async function listMembers(scope: Scope, limit: number): Promise<readonly MemberRow[]> {
  return await reads(scope).$queryRaw<MemberRow[]>`
    SELECT ${memberColumns}
    FROM member m JOIN person p ON p.workspace_id = m.workspace_id AND p.id = m.person_id
    WHERE m.workspace_id = ${scope.workspaceId}::uuid AND NOT m.deactivated AND p.departed_at IS NULL
    ORDER BY CASE WHEN 'admin' = ANY(p.roles) THEN 0 WHEN 'manager' = ANY(p.roles) THEN 1 WHEN 'lead' = ANY(p.roles) THEN 2
                  WHEN 'operator' = ANY(p.roles) THEN 3 WHEN 'viewer' = ANY(p.roles) THEN 4 ELSE 5 END, p.name
    LIMIT ${limit}`;
}

export async function namesHolding(
  scope: Scope,
  roles: readonly Role[],
  limit: number,
): Promise<readonly string[]> {
  const people = await reads(scope).person.findMany({
    where: { workspaceId: scope.workspaceId, departedAt: null, roles: { hasSome: [...roles] } },
    orderBy: { name: 'asc' },
    select: { name: true },
    take: limit,
  });
  return people.map((person) => person.name);
}

/** One Slack account of each person who holds one of the roles: the one they used last. */
export async function accountsHolding(
  scope: Scope,
  roles: readonly Role[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ slackUserId: string }[]>`
    SELECT DISTINCT ON (p.name, p.id) m.slack_user_id AS "slackUserId"
    FROM person p JOIN member m ON m.workspace_id = p.workspace_id AND m.person_id = p.id
    WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.departed_at IS NULL AND NOT m.deactivated
      AND p.roles && ${roles}::text[]
    ORDER BY p.name, p.id, m.refreshed_at DESC LIMIT ${limit}`;
  return rows.map(({ slackUserId }) => slackUserId);
}

export async function listColleagues(scope: Scope): Promise<readonly Colleague[]> {
  return await reads(scope).$queryRaw<Colleague[]>`
    SELECT DISTINCT ON (p.name, p.id) p.id, p.name, p.roles, p.departments, p.time_zone AS "timeZone",
      m.slack_user_id AS "slackUserId"
    FROM person p JOIN member m ON m.workspace_id = p.workspace_id AND m.person_id = p.id
    WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.departed_at IS NULL AND NOT m.deactivated
      AND p.roles <> '{}'
    ORDER BY p.name, p.id, m.refreshed_at DESC`;
}

export async function countAdmins(scope: Scope): Promise<number> {
  return await reads(scope).person.count({
    where: { workspaceId: scope.workspaceId, departedAt: null, roles: { has: 'admin' } },
  });
}

/** Records an account and its person. False: a parallel request did so first. */
export async function insertMember(
  tx: Tx,
  account: SlackAccount,
  person: { id: string; kind: MemberKind; roles: readonly Role[]; now: Date },
): Promise<boolean> {
  const { workspaceId } = tx;
  await writes(tx).person.create({
    data: {
      workspaceId,
      id: person.id,
      name: account.name,
      timeZone: account.timeZone,
      roles: [...person.roles],
      departments: [],
      departedAt: account.deactivated ? person.now : null,
      createdAt: person.now,
    },
  });
  const { count } = await writes(tx).member.createMany({
    data: [
      {
        workspaceId,
        slackUserId: account.userId,
        slackTeamId: account.teamId,
        personId: person.id,
        kind: person.kind,
        slackAdmin: account.admin,
        deactivated: account.deactivated,
        refreshedAt: person.now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Updates name, zone and status from Slack. True: none of the person's accounts is active any more. */
export async function updateMember(
  tx: Tx,
  member: MemberRow,
  account: SlackAccount,
  kind: MemberKind,
  now: Date,
): Promise<boolean> {
  const { workspaceId } = tx;
  // The person before the account, like `holdRightsOf`: the other way round the two would deadlock.
  await holdPeople(tx, [member.personId]);
  await writes(tx).member.update({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId: member.slackUserId } },
    data: { kind, slackAdmin: account.admin, deactivated: account.deactivated, refreshedAt: now },
  });
  const stillHere = await writes(tx).member.count({
    where: { workspaceId, personId: member.personId, deactivated: false },
  });
  await writes(tx).person.update({
    where: { workspaceId_id: { workspaceId, id: member.personId } },
    data: { name: account.name, timeZone: account.timeZone, departedAt: stillHere > 0 ? null : now },
  });
  return stillHere === 0;
}

/** Locks these people until the transaction ends; in a fixed order, against deadlocks. */
export async function holdPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT id FROM person WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${[...personIds]}::uuid[])
    ORDER BY id FOR UPDATE`;
}

/** Moves all accounts of `from` to `to`. `from` stays, with its history, and points to `to`. */
export async function mergePeople(
  tx: Tx,
  {
    from,
    to,
    roles,
    departments,
    now,
  }: {
    readonly from: string;
    readonly to: string;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  const { workspaceId } = tx;
  const client = writes(tx);
  await client.member.updateMany({ where: { workspaceId, personId: from }, data: { personId: to } });
  await client.person.update({
    where: { workspaceId_id: { workspaceId, id: from } },
    data: { departedAt: now, roles: [], mergedIntoId: to },
  });
  await client.person.updateMany({ where: { workspaceId, mergedIntoId: from }, data: { mergedIntoId: to } });
  await client.person.update({
    where: { workspaceId_id: { workspaceId, id: to } },
    data: { roles: [...roles], departments: [...departments] },
  });
}

/** Whether the person is still here; locks that until the transaction ends. */
export async function holdPerson(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await writes(tx).$queryRaw<{ here: boolean }[]>`
    SELECT departed_at IS NULL AS here FROM person
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${personId}::uuid FOR SHARE`;
  return row?.here ?? false;
}

export async function setDepartments(
  tx: Tx,
  personId: string,
  departments: readonly string[],
): Promise<void> {
  await writes(tx).person.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id: personId } },
    data: { departments: [...departments] },
  });
}

/** Records the one greeting. False: it was given before. */
export async function markGreeted(tx: Tx, slackUserId: string, now: Date): Promise<boolean> {
  const { count } = await writes(tx).member.updateMany({
    where: { workspaceId: tx.workspaceId, slackUserId, greetedAt: null },
    data: { greetedAt: now },
  });
  return count === 1;
}
