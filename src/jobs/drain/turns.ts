import type { WorkHandler } from '../../core/declare/work.ts';
import type { Workspace } from '../../core/runtime/context.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { type FactsOf, whereWorkIsDue } from '../../db/work/claim.ts';
import { workspaceById } from '../../db/workspace.ts';
import type { Ground } from '../../slack/app/request.ts';
import { type Lanes, workBatch } from './batch.ts';
import { foldSome } from './fold-some.ts';

/** What one kind in one workspace may have, in pieces and in time, before the others have their turn. */
const perTurn = 200;
const turnMs = 500;
/** Batches in progress at one time: a third connection stays free for what people see sooner. */
const hands = 2;

export interface Turns {
  /** False: the batches in progress are the last. */
  readonly goesOn: () => boolean;
  /** Whose facts are kept. */
  readonly families: readonly string[];
  /** The id of the one workspace that is served; null: all are. */
  readonly only: string | null;
  /** Kept from one call to the next. */
  readonly lanes: Lanes;
}

/** Does all work that is due, a turn for each workspace and kind; returns how much was done. */
export async function workTurns(
  ground: Ground,
  prisma: PrismaClient,
  handlers: ReadonlyMap<string, WorkHandler>,
  { goesOn, families, only, lanes }: Turns,
): Promise<number> {
  const workspaces = new Map<string, Workspace | null>();
  const known = async (id: string) => {
    const workspace = workspaces.get(id) ?? (await workspaceById(prisma, id));
    workspaces.set(id, workspace);
    return workspace;
  };
  const kinds = [...handlers.keys()];
  let done = 0;
  for (;;) {
    const due = await whereWorkIsDue(prisma, { kinds, families }, ground.clock.now());
    const isMeant = ({ workspaceId }: { readonly workspaceId: string }) =>
      only === null || workspaceId === only;
    const turns = due.work.filter(isMeant).map(({ workspaceId, kind }) => async () => {
      const [workspace, handler] = [await known(workspaceId), handlers.get(kind)];
      return workspace && handler
        ? await turn(ground, goesOn, () => workBatch({ ground, workspace }, handler, lanes))
        : 0;
    });
    const folding = nextFacts(due.facts.filter(isMeant), lanes).map(({ workspaceId, family }) => async () => {
      const workspace = await known(workspaceId);
      return workspace ? await turn(ground, goesOn, () => foldSome({ ground, workspace }, family)) : 0;
    });
    // Every hand may help every kind: most of the time there is just one. Facts come after other work, and one family at a
    // time, so that work which came meanwhile does not wait for them.
    const took = await inHands([...Array.from({ length: hands }, () => turns).flat(), ...folding]);
    done += took;
    if (took === 0 || !goesOn()) return done;
  }
}

async function turn(
  { clock }: Ground,
  goesOn: Turns['goesOn'],
  batch: () => Promise<number>,
): Promise<number> {
  let took = 0;
  const ends = clock.elapsed() + turnMs;
  while (took < perTurn && clock.elapsed() < ends && goesOn()) {
    const some = await batch();
    if (some === 0) break;
    took += some;
  }
  return took;
}

/** The family of facts that has its turn next: they take turns, over all workspaces. */
function nextFacts(due: readonly FactsOf[], lanes: Lanes): readonly FactsOf[] {
  const keyOf = ({ workspaceId, family }: FactsOf) => `${workspaceId} ${family}`;
  const ordered = due.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const last = lanes.get('facts') ?? '';
  const next = ordered.find((one) => keyOf(one) > last) ?? ordered[0];
  if (!next) return [];
  lanes.set('facts', keyOf(next));
  return [next];
}

/** Two at a time; what one throws is thrown once the others have ended. */
async function inHands(turns: readonly (() => Promise<number>)[]): Promise<number> {
  const left = [...turns];
  const ended = await Promise.allSettled(
    Array.from({ length: hands }, async () => {
      let took = 0;
      for (let next = left.shift(); next; next = left.shift()) took += await next();
      return took;
    }),
  );
  return ended.reduce((sum, one) => {
    if (one.status === 'rejected') throw one.reason;
    return sum + one.value;
  }, 0);
}
