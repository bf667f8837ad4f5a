import { z } from 'zod';
import { type Finder, finders, mostFound } from '../../core/declare/finder.ts';
import { holds } from '../../core/runtime/actor.ts';
import { composed, failedOf, readOf } from '../../core/runtime/composed.ts';
import type { Context } from '../../core/runtime/context.ts';
import { query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { withoutFillers } from '../../core/text/talk.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { findAnything } from './permissions.ts';
import type { Findings } from './rules.ts';

const mostListed = 20;

/** Asks every feature; a text that is exactly a thing's name or number opens that thing. */
export const findEverywhere = query({
  name: 'ops.find',
  permission: findAnything,
  input: z.object({ text: z.string().min(1) }),
  async run(ctx, { text }): Promise<Findings> {
    const named = kindNamed(ctx, text);
    const asked = ctx.engine.contributions.of(finders).filter((one) => isFor(ctx, one));
    const outcomes = await composed(
      ctx,
      finders,
      async (finder) => await finder.find(ctx, named?.rest ?? text),
      {
        only: (finder) => isFor(ctx, finder) && (!named || finder.kind === named.kind),
      },
    );
    const found = readOf(outcomes);
    const hits = found.flatMap((some) => some.slice(0, mostFound));
    const failed = failedOf(outcomes);
    const exact = hits.filter((hit) => hit.exact);
    const [only] = exact.length > 0 ? exact : hits;
    // With a failed search there may be more hits than we know.
    if (only && (exact.length === 1 || (hits.length === 1 && failed.length === 0))) {
      const message = await show(ctx, only);
      if (message) return { found: 'one', hit: only, message, failed };
    }
    return {
      found: hits.length > 0 ? 'several' : 'nothing',
      hits: [...exact, ...hits.filter((hit) => !hit.exact)].slice(0, mostListed),
      more: hits.length > mostListed || found.some((some) => some.length > mostFound),
      searched: asked.map(({ searches }) => searches),
      failed,
    };
  },
});

export const openFoundThing = query({
  name: 'ops.open',
  permission: findAnything,
  input: z.object({ kind: z.string(), id: z.string() }),
  async run(ctx, hit) {
    const message = await show(ctx, hit);
    if (!message)
      throw new Refusal('not-found', `That ${hit.kind} no longer exists.`, {
        next: 'Search again with `/ops`.',
      });
    return message;
  },
});

/** "order 1042": what is meant is said before it. */
function kindNamed(ctx: Context, text: string): { kind: string; rest: string } | null {
  const [first = '', ...rest] = withoutFillers(text.split(' '));
  // Words without a number may be a title: "Order book A5" is one, and "order book" too.
  if (!rest.some((word) => /\d/.test(word)) || rest.length > 1) return null;
  const finder = ctx.engine.contributions
    .of(finders)
    .find((one) => one.kind.toLowerCase() === first.toLowerCase() && isFor(ctx, one));
  return finder ? { kind: finder.kind, rest: rest.join(' ') } : null;
}

async function show(ctx: Context, { kind, id }: { kind: string; id: string }): Promise<Message | null> {
  const finder = ctx.engine.contributions.of(finders).find((one) => one.kind === kind && isFor(ctx, one));
  return (await finder?.show(ctx, id)) ?? null;
}

function isFor({ actor }: Context, { permission }: Finder): boolean {
  return holds(actor, permission);
}
