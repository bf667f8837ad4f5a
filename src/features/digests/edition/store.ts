import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { type PostedFigure, postedShape } from '../../../core/tokens/digests/posted-figure.ts';
import { demandArrow, sourcesOf } from '../../../core/tokens/states.ts';
import type { Prisma, DigestEdition as Row } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import {
  type Content,
  contentShape,
  type Edition,
  type EditionFigure,
  type EditionState,
  editionStates,
} from './model.ts';

export { failureBefore, settleSlot } from '../../../db/slots.ts';

export type NewEdition = Pick<
  Edition,
  'id' | 'digestId' | 'slotAt' | 'askedBy' | 'askedAt' | 'place' | 'from' | 'to'
>;

/** False: this moment has one already. */
export async function insertEdition(tx: Tx, edition: NewEdition): Promise<boolean> {
  const { id, digestId, slotAt, askedBy, askedAt, place, from, to } = edition;
  const { count } = await writes(tx).digestEdition.createMany({
    data: {
      workspaceId: tx.workspaceId,
      id,
      digestId,
      slotAt,
      askedBy,
      askedAt,
      place,
      state: editionStates.initial,
      attempts: 0,
      fromDay: from,
      toDay: to,
      posts: 1,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function findEdition(scope: Scope, id: string): Promise<Edition | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).digestEdition.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && editionOf(row);
}

/** Held until the transaction ends. */
export async function holdEdition(tx: Tx, id: string): Promise<Edition | null> {
  await writes(tx).$executeRaw`
    SELECT id FROM digest_edition WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return await findEdition(tx, id);
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digestEdition.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { attempts: { increment: 1 } },
  });
}

/** When the edition before this one was composed; null: this is the first. */
export async function composedBefore(
  scope: Scope,
  { digestId, askedAt }: Pick<Edition, 'digestId' | 'askedAt'>,
) {
  const row = await reads(scope).digestEdition.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      digestId,
      slotAt: { not: null },
      askedAt: { lt: askedAt },
      composedAt: { not: null },
    },
    orderBy: { askedAt: 'desc' },
    select: { composedAt: true },
  });
  return row?.composedAt ?? null;
}

/** What it says stands from here on. False: it has become something else meanwhile. */
export async function keepComposed(
  tx: Tx,
  id: string,
  composed: {
    readonly content: Content;
    readonly figures: readonly PostedFigure[];
    readonly isEmpty: boolean;
  },
  now: Date,
): Promise<boolean> {
  const { workspaceId } = tx;
  const state: EditionState = composed.isEmpty ? 'empty' : 'composed';
  demandArrow(editionStates, 'waiting', state);
  const { count } = await writes(tx).digestEdition.updateMany({
    where: { workspaceId, id, state: 'waiting' },
    data: { state, composedAt: now, content: composed.content as unknown as Prisma.InputJsonValue },
  });
  if (count === 0) return false;
  await writes(tx).digestFigure.createMany({
    data: composed.figures.map((told, ordinal) => ({
      workspaceId,
      editionId: id,
      ordinal,
      kpi: told.kpi,
      version: told.version,
      told,
    })),
  });
  return true;
}

/** False: no arrow leads there from what it is now. */
export async function settleEdition(
  tx: Tx,
  id: string,
  state: Extract<EditionState, 'posted' | 'failed' | 'dropped'>,
  error: string | null = null,
): Promise<boolean> {
  const from = sourcesOf(editionStates, state).filter((one) => one !== state);
  const where = { workspaceId: tx.workspaceId, id, state: { in: [...from] } };
  return (await writes(tx).digestEdition.updateMany({ where, data: { state, error } })).count === 1;
}

/** Slack refused its post: the next one will be another. */
export async function changePost(tx: Tx, id: string, content: Content): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digestEdition.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { content: content as unknown as Prisma.InputJsonValue, posts: { increment: 1 } },
  });
}

/** What it says beside its figures has changed. */
export async function keepContent(tx: Tx, id: string, content: Content): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).digestEdition.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { content: content as unknown as Prisma.InputJsonValue },
  });
}

/** In their order. */
export async function figuresOf(scope: Scope, editionId: string): Promise<readonly EditionFigure[]> {
  const rows = await reads(scope).digestFigure.findMany({
    where: { workspaceId: scope.workspaceId, editionId },
    orderBy: { ordinal: 'asc' },
  });
  return rows.map(({ ordinal, told, corrected }) => ({
    ordinal,
    told: postedShape.parse(told),
    corrected: corrected === null ? null : postedShape.parse(corrected),
  }));
}

/** When it was corrected last; null: it was not. */
export async function lastCorrected(scope: Scope, editionId: string): Promise<Date | null> {
  const { _max } = await reads(scope).digestRestatement.aggregate({
    where: { workspaceId: scope.workspaceId, editionId },
    _max: { at: true },
  });
  return _max.at;
}

export function editionOf(row: Row): Edition {
  const { workspaceId: _, fromDay, toDay, content, state, ...rest } = row;
  return {
    ...rest,
    state: state as EditionState,
    from: fromDay,
    to: toDay,
    content: content === null ? null : contentShape.parse(content),
  };
}
