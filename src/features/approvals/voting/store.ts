import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';
import type { Vote } from '../request/model.ts';

export interface NewVote extends Pick<Vote, 'stage' | 'choice' | 'reason' | 'at'> {
  readonly approvalId: string;
  readonly round: number;
  readonly personId: string;
  readonly authorityId: string;
}

/** Keys allow one vote per person and round, and one per authority. */
export async function insertVote(tx: Tx, vote: NewVote): Promise<void> {
  await writes(tx).approvalVote.create({ data: { ...vote, workspaceId: tx.workspaceId } });
}
