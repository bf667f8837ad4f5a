import type { WorkHandler } from '../../core/declare/work.ts';
import type { Workspace } from '../../core/runtime/context.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { type FactsOf, whereWorkIsDue } from '../../db/work/claim.ts';
import { workspaceById } from '../../db/workspace.ts';
import { foldFacts } from '../../features/index.ts';
import type { Ground } from '../../slack/app/request.ts';
import { type JobGround, systemContext } from '../ground.ts';
import { type Lanes, workBatch } from './batch.ts';

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

/** Subjects whose facts are made at once: fewer at first, then as many as a moment allows. */
const fewestAtOnce = 20;
const mostAtOnce = 1_000;
/** On the embedded database nobody else is served meanwhile. */
const longestStepMs = 100;
const sizes = new Map<string, number>();
/** So long a family rests that could not be made, by workspace: until when, on the process's own clock. */
const restMs = 60_000;
const rests = new Map<string, number>();

async function foldSome(jobs: JobGround, family: string): Promise<number> {
  const { clock } = jobs.ground;
  const most = sizes.get(family) ?? fewestAtOnce;
  const began = clock.elapsed();
  const own = `${jobs.workspace.id} ${family}`;
  if (began < (rests.get(own) ?? began)) return 0;
  let done: number;
  try {
    done = await foldFacts.call(systemContext(jobs, 'facts'), { family, most });
  } catch (error) {
    // Without the database everything waits; what breaks for another reason must not hold up other work.
    if (jobs.ground.engine.database.trouble(error) !== null) throw error;
    jobs.ground.log.error({ err: error, family }, 'facts could not be made');
    rests.set(own, began + restMs);
    return 0;
  }
  const took = clock.elapsed() - began;
  if (took > longestStepMs) sizes.set(family, Math.max(fewestAtOnce, Math.floor(most / 2)));
  else if (done >= most && took < longestStepMs / 3) sizes.set(family, Math.min(mostAtOnce, most * 2));
  return done;
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
