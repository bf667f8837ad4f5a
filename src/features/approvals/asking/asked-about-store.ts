import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';

/** A request that was not turned down. */
export interface AskedAbout {
  /** What it is about. */
  readonly subject: string;
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly state: 'waiting' | 'approved' | 'done';
  /** As its kind writes it. */
  readonly request: unknown;
  /** When it was done. */
  readonly ranAt: Date | null;
}

/** What was asked about subjects and waits, runs or was done, the latest first; what was undone is left out. */
export async function listAskedAbout(
  scope: Scope,
  subjects: readonly string[],
  kinds: readonly string[],
): Promise<readonly AskedAbout[]> {
  return await reads(scope).$queryRaw<AskedAbout[]>`
    SELECT a.id, a.subject, a.number, a.kind, a.state, a.request, a.ran_at AS "ranAt" FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.subject = ANY(${subjects}::text[]) AND a.kind = ANY(${kinds}::text[])
      AND a.state IN ('waiting', 'approved', 'done')
      AND NOT EXISTS (SELECT FROM approval u WHERE u.workspace_id = a.workspace_id AND u.id = a.undone_by_id AND u.state = 'done')
    ORDER BY a.number DESC LIMIT ${mostAsked * subjects.length}::int`;
}

/** More than anybody asks about one thing. */
const mostAsked = 200;
