import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { type PostedFigure, postedShape } from '../../../core/tokens/digests/posted-figure.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Correction, Place, Restatement, Standing } from './model.ts';

export { figuresOf, holdEdition, keepContent } from '../edition/store.ts';

interface Page {
  readonly since: Date;
  readonly after: Place | null;
  readonly limit: number;
}

/** Some posts of digests whose posts are corrected, the newest first, and what they say of figures. `next`: the last of them; null: there are no more. */
export async function standingFigures(
  scope: Scope,
  { since, after, limit }: Page,
): Promise<{ readonly figures: readonly Standing[]; readonly next: Place | null }> {
  const { workspaceId } = scope;
  const editions = await reads(scope).$queryRaw<(Place & { readonly tolerance: number })[]>`
    SELECT e.id, e.composed_at AS "composedAt", d.tolerance FROM digest_edition e
    JOIN digest d ON d.workspace_id = e.workspace_id AND d.id = e.digest_id AND d.ended_at IS NULL AND d.tolerance > 0
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.state = 'posted' AND e.composed_at >= ${since}
      AND (${after === null} OR (e.composed_at, e.id) < (${after?.composedAt ?? since}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY e.composed_at DESC, e.id DESC LIMIT ${limit}::int`;
  const byId = new Map(editions.map((one) => [one.id, one]));
  const rows = await reads(scope).digestFigure.findMany({
    where: { workspaceId, editionId: { in: [...byId.keys()] } },
    select: { editionId: true, told: true, corrected: true },
  });
  const figures = rows.flatMap(({ editionId, ...row }) => {
    const edition = byId.get(editionId);
    if (!edition) return [];
    const { composedAt, tolerance } = edition;
    const told = postedShape.parse(row.told);
    const stands = row.corrected === null ? told : postedShape.parse(row.corrected);
    return [{ editionId, composedAt, tolerance, told, stands }];
  });
  const last = editions.length < limit ? undefined : editions.at(-1);
  return { figures, next: last ? { id: last.id, composedAt: last.composedAt } : null };
}

export async function keepCorrected(tx: Tx, one: Restatement, figure: PostedFigure): Promise<void> {
  const { workspaceId } = tx;
  const { editionId, ordinal, at, before, after } = one;
  await writes(tx).digestFigure.update({
    where: { workspaceId_editionId_ordinal: { workspaceId, editionId, ordinal } },
    data: { corrected: figure },
  });
  // Two of one moment are one.
  await writes(tx).digestRestatement.upsert({
    where: { workspaceId_editionId_ordinal_at: { workspaceId, editionId, ordinal, at } },
    create: { workspaceId, editionId, ordinal, at, before, after },
    update: { after },
  });
}

/** In their order. */
export async function restatementsOf(scope: Scope, editionId: string): Promise<readonly Restatement[]> {
  return await reads(scope).digestRestatement.findMany({
    where: { workspaceId: scope.workspaceId, editionId },
    omit: { workspaceId: true },
    orderBy: [{ at: 'asc' }, { ordinal: 'asc' }],
  });
}

/** The last corrections of what a digest posted since a moment, the newest first. */
export async function correctionsOf(
  scope: Scope,
  digestId: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<readonly Correction[]> {
  const rows = await reads(scope).$queryRaw<(Omit<Correction, 'figure'> & { readonly told: unknown })[]>`
    SELECT r.at, r.before, r.after, f.told FROM digest_edition e
    JOIN digest_restatement r ON r.workspace_id = e.workspace_id AND r.edition_id = e.id
    JOIN digest_figure f ON f.workspace_id = r.workspace_id AND f.edition_id = r.edition_id AND f.ordinal = r.ordinal
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.digest_id = ${digestId}::uuid AND e.asked_at >= ${since}
    ORDER BY r.at DESC, r.ordinal LIMIT ${limit}::int`;
  return rows.map(({ told, ...row }) => ({ ...row, figure: postedShape.parse(told) }));
}
