import type { Context, Engine } from '../../../core/runtime/context.ts';

/** Reads something, or gives what another edition of the same moment has just read. */
export type Share = <Read>(what: string, read: () => Promise<Read>) => Promise<Read>;

interface Kept {
  readonly until: number;
  readonly read: Promise<unknown>;
}

/** Of a later minute nothing is given: an edition says what is so when it is composed. */
const keptMs = 60_000;
const mostKept = 200;
const known = new WeakMap<Engine, Map<string, Kept>>();

/**
 * What the editions of one moment have in common is read once by each process: five hundred channels may have the same
 * morning. Only for what everybody in a channel reads; never for a person, nor for what somebody has posted by hand. What
 * failed is read again.
 */
export function shareFor({ engine, workspace, now }: Context, slotAt: Date | null): Share {
  if (slotAt === null) return async (_, read) => await read();
  return async <Read>(what: string, read: () => Promise<Read>): Promise<Read> => {
    const all = known.get(engine) ?? new Map<string, Kept>();
    known.set(engine, all);
    const key = `${workspace.id} ${slotAt.toISOString()} ${what}`;
    const there = all.get(key);
    if (there && now.getTime() <= there.until) return (await there.read) as Read;
    const reading = read();
    all.delete(key);
    all.set(key, { until: now.getTime() + keptMs, read: reading });
    // The oldest go first.
    for (const one of [...all.keys()].slice(0, Math.max(0, all.size - mostKept))) all.delete(one);
    try {
      return await reading;
    } catch (error) {
      all.delete(key);
      throw error;
    }
  };
}
