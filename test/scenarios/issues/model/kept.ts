import { Prisma } from '../../../../src/db/generated/client.ts';
import type { Bench } from './bench.ts';

/** An issue as the database has it, in the shape of the model. */
export interface Kept {
  readonly id: string;
  readonly state: string;
  readonly severity: string;
  readonly owner: string | null;
  readonly asked: string | null;
  readonly taken: boolean;
  readonly reminded: boolean;
  readonly matter: string | null;
  readonly promiseAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly due: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  /** Rows in the audit log. */
  readonly audited: number;
  /** How often an update of the card was requested; nothing is sent in this test. */
  readonly wanted: number;
}

/** All issues, by number. */
export async function readAll({ prisma, workspaceId }: Bench): Promise<readonly Kept[]> {
  const here = (table: string) => Prisma.sql`${Prisma.raw(table)}.workspace_id = i.workspace_id`;
  return await prisma.$queryRaw<Kept[]>`
    SELECT i.id, i.state, i.severity, p.name AS owner, a.name AS asked, i.taken_at IS NOT NULL AS taken,
      i.reminded_at IS NOT NULL AS reminded, i.dedup_key AS matter, i.promise_at AS "promiseAt",
      i.snoozed_until AS "snoozedUntil",
      (SELECT coalesce(json_object_agg(d.kind, d.due_at), '{}') FROM due_work d
        WHERE ${here('d')} AND d.subject = i.id::text) AS due,
      (SELECT array_agg(e.what ORDER BY e.at, e.id) FROM issue_event e
        WHERE ${here('e')} AND e.issue_id = i.id) AS steps,
      (SELECT count(*)::int FROM audit_entry a
        WHERE ${here('a')} AND a.subject_kind = 'issue' AND a.subject_id = i.id::text) AS audited,
      (SELECT m.wanted_version FROM message m
        WHERE ${here('m')} AND m.kind = 'issues.card' AND m.subject = i.id::text AND m.place = i.place) AS wanted
    FROM issue i LEFT JOIN person p ON p.workspace_id = i.workspace_id AND p.id = i.owner_id
      LEFT JOIN person a ON a.workspace_id = i.workspace_id AND a.id = i.asked_id
    WHERE i.workspace_id = ${workspaceId}::uuid ORDER BY i.number`;
}
