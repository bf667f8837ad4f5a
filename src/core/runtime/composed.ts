import type { Context } from './context.ts';
import type { Contributed, ContributionKind } from './contributions.ts';
import { inTime } from './in-time.ts';
import { Refusal } from './refusal.ts';
import { isInTransaction } from './unit.ts';

/** One part of a composed answer: its content, or the note that it could not be read. */
export type Outcome<Part, Read> = { readonly part: Part; readonly title: string } & (
  | { readonly read: Read }
  /** A phrase without a full stop, such as "Issues could not be read (ref QM-7K3FQ9)". */
  | { readonly failed: string }
);

export interface Composing<Part> {
  /** Filters the parts; all if absent. */
  readonly only?: (part: Part) => boolean;
  /** Milliseconds after which a part is given up. */
  readonly withinMs?: number;
}

/** Longer than a statement may take, and short enough that the person is still there. */
const partMs = 5_000;

/**
 * Reads every feature's parts of a kind, all at once, in the features' order. One that throws or hangs is named in its
 * place and the others are shown; it is logged and reported to the admins once until it works again, except
 * during a database outage. One that the reader may not see is left out. Within a transaction, which a failed statement has ended already, a failure goes
 * through to the caller; a refusal does not, since no statement failed.
 * @example const parts = await composed(ctx, digest, async (section) => await section(ctx));
 */
export async function composed<Part, Read>(
  ctx: Context,
  kind: ContributionKind<Part>,
  read: (part: Part) => Promise<Read>,
  { only = () => true, withinMs = partMs }: Composing<Part> = {},
): Promise<readonly Outcome<Part, Read>[]> {
  const asked = ctx.engine.contributions.owned(kind).filter(({ part }) => only(part));
  const outcomes = await Promise.all(
    asked.map(async (one) =>
      isInTransaction(ctx) ? await withRefusals(one, read) : await outcomeOf(ctx, one, read, withinMs),
    ),
  );
  return outcomes.filter((outcome) => outcome !== null);
}

/** The contents of the parts, in order. */
export function readOf<Part, Read>(outcomes: readonly Outcome<Part, Read>[]): readonly Read[] {
  return outcomes.flatMap((one) => ('read' in one ? [one.read] : []));
}

/** The notes about parts that could not be read; one per feature. */
export function failedOf(outcomes: readonly Outcome<unknown, unknown>[]): readonly string[] {
  return [...new Set(outcomes.flatMap((one) => ('failed' in one ? [one.failed] : [])))];
}

/** Null: the reader may not see it. */
async function outcomeOf<Part, Read>(
  ctx: Context,
  one: Contributed<Part>,
  read: (part: Part) => Promise<Read>,
  withinMs: number,
): Promise<Outcome<Part, Read> | null> {
  const { id, title, part } = one;
  try {
    const found = await inTime(boxed(one, read), withinMs);
    if (!found) throw new Error(`It took longer than ${withinMs} ms.`);
    const { outcome } = found;
    // A refusal does not show whether the part works.
    if (outcome && 'read' in outcome) await ctx.engine.failures.worked(ctx, id);
    return outcome;
  } catch (error) {
    // A timeout may be the part's own fault, so `busy` is reported.
    const passes = ctx.engine.database.trouble(error);
    if (passes && passes !== 'busy') {
      ctx.engine.database.outages.met(error, `${title} could not be read`);
      return { part, title, failed: `${title} could not be read just now` };
    }
    const reference = await ctx.engine.failures.failed(ctx, id, error);
    return { part, title, failed: `${title} could not be read (ref ${reference})` };
  }
}

/** Boxed, so that an outcome of null differs from a late one. */
async function boxed<Part, Read>(one: Contributed<Part>, read: (part: Part) => Promise<Read>) {
  return { outcome: await withRefusals(one, read) };
}

async function withRefusals<Part, Read>(
  { title, part }: Contributed<Part>,
  read: (part: Part) => Promise<Read>,
): Promise<Outcome<Part, Read> | null> {
  try {
    return { part, title, read: await read(part) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind === 'not-allowed') return null;
    return { part, title, failed: `${title}: ${error.message.replace(/\.$/, '')}` };
  }
}
