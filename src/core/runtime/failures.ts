import { cut } from '../text/clean.ts';
import type { Context, Failures } from './context.ts';
import { inTime } from './in-time.ts';
import { warnUnlessOutage } from './warn.ts';

export interface Failure {
  /** `<feature>.<kind>.<n>`, as `Contributed` names it. */
  readonly part: string;
  readonly reference: string;
}

/** The record of failures shared by all processes. */
export interface FailureNotes {
  /** All broken parts, as recorded by any process. */
  broken(ctx: Context): Promise<readonly (Failure & { readonly failedAt: Date })[]>;
  /** Records the failure and tells the admins, unless they know and it has not worked since. */
  note(ctx: Context, failure: Failure & { readonly error: string }): Promise<void>;
  over(ctx: Context, part: string): Promise<void>;
}

/**
 * A part that fails for one person and works for the next is one trouble, not one a minute: a failure within this time
 * after the last one is still the same.
 */
export const sameTroubleMs = 60 * 60_000;

interface Known {
  readonly reference: string;
  readonly failedAt: Date;
  readonly worked: boolean;
}

interface Memory {
  readonly parts: Map<string, Known>;
  /** When the shared record was last read. */
  readAt: Date;
  learned: Promise<void>;
}

/** Other processes record failures too: how old our copy of them may be. */
const readAgainMs = 5 * 60_000;

/** A database that does not answer must not delay the reader: the record is then written in the background. */
const patienceMs = 2_000;

/** One per process: known failures are in memory, so that working parts cost next to nothing. */
export function keepFailures(notes: FailureNotes): Failures {
  const workspaces = new Map<string, Memory>();
  const knownIn = async (ctx: Context) => {
    const memory = workspaces.get(ctx.workspace.id) ?? remember(notes, ctx);
    workspaces.set(ctx.workspace.id, memory);
    if (ctx.now.getTime() - memory.readAt.getTime() >= readAgainMs) learn(notes, ctx, memory);
    await inTime(memory.learned, patienceMs);
    return memory.parts;
  };
  return {
    async failed(ctx, part, error) {
      const known = await knownIn(ctx);
      const before = known.get(part);
      const same =
        before && (!before.worked || ctx.now.getTime() - before.failedAt.getTime() < sameTroubleMs);
      const reference = same ? before.reference : ctx.ids.reference();
      known.set(part, { reference, failedAt: ctx.now, worked: false });
      if (!same) ctx.log.error({ err: error, reference, part }, 'a part could not be read');
      if (!same || before.worked)
        await quietly(ctx, part, notes.note(ctx, { part, reference, error: textOf(error) }));
      return reference;
    },
    async worked(ctx, part) {
      const known = await knownIn(ctx);
      const before = known.get(part);
      if (!before || before.worked) return;
      known.set(part, { ...before, worked: true });
      await quietly(ctx, part, notes.over(ctx, part));
    },
  };
}

function remember(notes: FailureNotes, ctx: Context): Memory {
  const memory: Memory = { parts: new Map(), readAt: ctx.now, learned: Promise.resolve() };
  learn(notes, ctx, memory);
  return memory;
}

/** Newer records of other processes replace our knowledge. A failed read is repeated with the next question. */
function learn(notes: FailureNotes, ctx: Context, memory: Memory): void {
  const read = async () => {
    const broken = await notes.broken(ctx);
    // Another process has seen it work since.
    for (const [part, known] of memory.parts)
      if (!broken.some((noted) => noted.part === part)) memory.parts.set(part, { ...known, worked: true });
    for (const { part, ...noted } of broken) {
      const known = memory.parts.get(part);
      if (!known || known.failedAt < noted.failedAt) memory.parts.set(part, { ...noted, worked: false });
    }
  };
  memory.readAt = ctx.now;
  memory.learned = read().catch((err) => {
    memory.readAt = new Date(0);
    warnUnlessOutage(ctx, err, 'the recorded failures could not be read');
  });
}

/** The reader gets the other parts, whether or not the record succeeds. */
async function quietly(ctx: Context, part: string, noted: Promise<void>): Promise<void> {
  const caught = noted.catch((err) =>
    warnUnlessOutage(ctx, err, 'the failure of a part could not be recorded', { part }),
  );
  await inTime(caught, patienceMs);
}

function textOf(error: unknown): string {
  return cut(error instanceof Error ? error.message : String(error), 500);
}
