import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { correctEdition } from '../../src/features/digests/correcting/correct.ts';

/** Corrects the post of a workspace, which both processes have found to be outdated. */
export async function correctAtOnce(db: OpenDatabase, ctx: Context): Promise<string> {
  const { id } = await db.prisma.digestEdition.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id } });
  return `${await correctEdition.call(asSystem(ctx, 'race'), { id })} corrected`;
}
