import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow } from '../../../core/tokens/states.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type IssueStep, type StepState, stepTable } from './model.ts';

export async function listSteps(scope: Scope, issueId: string): Promise<readonly IssueStep[]> {
  return await reads(scope).$queryRaw<IssueStep[]>`
    SELECT s.id, s.playbook, s.ordinal, s.what, s.details, s.owner, s.due_at AS "dueAt", s.reminded_at AS "remindedAt",
      s.state, s.settled_at AS "settledAt", s.reason,
      ${somebody(scope.workspaceId, Prisma.sql`s.settled_by_id`)} AS "settledBy"
    FROM issue_step s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.issue_id = ${issueId}::uuid
    ORDER BY s.ordinal`;
}

export type NewStep = Pick<IssueStep, 'id' | 'playbook' | 'ordinal' | 'what' | 'details' | 'owner' | 'dueAt'>;

/** The issue has to be held. */
export async function insertSteps(tx: Tx, issueId: string, steps: readonly NewStep[]): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).issueStep.createMany({
    data: steps.map((step) => ({ ...step, workspaceId, issueId, state: stepTable.initial })),
  });
}

/** Marks an open step done or skipped. The issue has to be held. */
export async function endStep(
  tx: Tx,
  { id, state }: Pick<IssueStep, 'id' | 'state'>,
  ended: {
    readonly state: Exclude<StepState, 'open'>;
    readonly settledAt: Date;
    readonly settledById: string | null;
    readonly reason: string | null;
  },
): Promise<void> {
  demandArrow(stepTable, state, ended.state);
  const { workspaceId } = tx;
  await writes(tx).issueStep.update({ where: { workspaceId_id: { workspaceId, id }, state }, data: ended });
}

/** Notes that these steps were reminded of. */
export async function noteReminded(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE issue_step SET reminded_at = ${now}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}
