import type { Context, Failures } from './context.ts';

export interface Failure {
  /** `<feature>.<kind>.<n>`, as `Contributed` names it. */
  readonly part: string;
  readonly reference: string;
}

/** Where all processes keep them. */
export interface FailureNotes {
  /** What is broken, as other processes and those before this one noted. */
  broken(ctx: Context): Promise<readonly (Failure & { readonly failedAt: Date })[]>;
  /** Notes it and tells the admins, unless they were told and it has not worked since. */
  note(ctx: Context, failure: Failure & { readonly error: string }): Promise<void>;
  over(ctx: Context, part: string): Promise<void>;
}

/**
 * A part that fails for one person and works for the next is one trouble, not one a minute: what fails again within
 * this time after its last failure is the same one.
 */
export const sameTroubleMs = 60 * 60_000;

interface Known {
  readonly reference: string;
  readonly failedAt: Date;
  readonly worked: boolean;
}

/** Once per process: what is known stands in memory, so that what works costs nothing. */
export function keepFailures(notes: FailureNotes): Failures {
  const workspaces = new Map<string, Promise<Map<string, Known>>>();
  const knownIn = (ctx: Context) => {
    const known = workspaces.get(ctx.workspace.id) ?? learn(notes, ctx);
    workspaces.set(ctx.workspace.id, known);
    return known;
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

async function learn(notes: FailureNotes, ctx: Context): Promise<Map<string, Known>> {
  try {
    const broken = await notes.broken(ctx);
    return new Map(broken.map(({ part, ...known }) => [part, { ...known, worked: false }]));
  } catch (err) {
    ctx.log.warn({ err }, 'what is broken could not be read');
    return new Map();
  }
}

/** Whoever asked gets the other parts, whatever becomes of the note. */
async function quietly(ctx: Context, part: string, noted: Promise<void>): Promise<void> {
  try {
    await noted;
  } catch (err) {
    ctx.log.warn({ err, part }, 'the failure of a part could not be noted');
  }
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
