import { foldFacts, parkFailing } from '../../features/index.ts';
import { type JobGround, reasonOf, systemContext } from '../ground.ts';

/** Subjects whose facts are made at once: fewer at first, then as many as a moment allows. */
const fewestAtOnce = 20;
const mostAtOnce = 1_000;
/** On the embedded database nobody else is served meanwhile; on a server other work waits for its turn. */
const longestStepMs = { embedded: 100, server: 250 } as const;
const sizes = new Map<string, number>();
/** So long a family rests that could not be made, by workspace: until when, on the process's own clock. */
const restMs = 60_000;
const rests = new Map<string, number>();

/** A step for the facts of a family; returns how much there was to do. */
export async function foldSome(jobs: JobGround, family: string): Promise<number> {
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
    return await narrowed(jobs, { family, most }, error);
  }
  const took = clock.elapsed() - began;
  const { servesOneByOne } = jobs.ground.engine.database;
  const longest = longestStepMs[servesOneByOne ? 'embedded' : 'server'];
  if (took > longest) sizes.set(family, Math.max(fewestAtOnce, Math.floor(most / 2)));
  else if (done >= most && took < longest / 2) sizes.set(family, Math.min(mostAtOnce, most * 2));
  return done;
}

/** Half as many next time, until the one that cannot be made is alone: it is set aside, and the others go on. */
async function narrowed(
  jobs: JobGround,
  { family, most }: { readonly family: string; readonly most: number },
  error: unknown,
): Promise<number> {
  const { clock, log } = jobs.ground;
  const asked = { family, most, reason: saidBy(error) };
  const found = await parkFailing.call(systemContext(jobs, 'facts'), asked);
  if (found === null) return 0;
  const { subjects, parked } = found;
  if (subjects > 1) {
    sizes.set(family, Math.floor(subjects / 2));
    return 1;
  }
  log.error({ err: error, family, subject: parked }, 'facts could not be made');
  if (parked !== null) return 1;
  rests.set(`${jobs.workspace.id} ${family}`, clock.elapsed() + restMs);
  return 0;
}

/** What the database said, without the statement around it. */
export function saidBy(error: unknown): string {
  const text = reasonOf(error);
  return /[Mm]essage: `([^`]+)/.exec(text)?.[1] ?? text;
}
