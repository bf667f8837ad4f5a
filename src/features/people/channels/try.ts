import type { Context } from '../../../core/runtime/context.ts';
import type { Footing } from '../../../core/runtime/places.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { listOf } from '../../../core/text/sentence.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { getChannels } from './choose.ts';
import { type Chosen, type Purpose, purposes } from './model.ts';

interface Trial {
  readonly channel: string;
  readonly for: readonly Purpose[];
}

/**
 * Posts a line in each channel that is newly chosen: what cannot be posted there would be missed when it matters. Throws
 * a `Refusal` with a sentence for each field. Nothing is posted anywhere unless all the channels look right.
 */
export async function tryChannels(
  ctx: Context,
  chosen: Chosen,
  draw: (labels: string) => Message,
): Promise<void> {
  const trials = newIn(chosen, await getChannels.call(ctx, {}));
  const { places } = ctx.engine;
  await demandAll(trials, async ({ channel }) => await places.look(channel));
  await demandAll(trials, async (trial) => {
    return await places.post(trial.channel, draw(listOf(trial.for.map(({ label }) => label))));
  });
}

function newIn(chosen: Chosen, before: ReadonlyMap<string, string>): readonly Trial[] {
  const changed = purposes.flatMap((purpose) => {
    const channel = chosen[purpose.field];
    return channel && channel !== before.get(purpose.key) ? [{ channel, purpose }] : [];
  });
  return [...new Set(changed.map(({ channel }) => channel))].map((channel) => ({
    channel,
    for: changed.filter((one) => one.channel === channel).map(({ purpose }) => purpose),
  }));
}

async function demandAll(trials: readonly Trial[], ask: (trial: Trial) => Promise<Footing>): Promise<void> {
  const outcomes = await Promise.all(trials.map(async (trial) => ({ trial, footing: await ask(trial) })));
  const faults = outcomes.flatMap(({ trial, footing }) =>
    footing.ok ? [] : trial.for.map(({ field }) => [field, `${footing.why} ${footing.next}`] as const),
  );
  const [first] = faults;
  if (first) throw new Refusal('invalid', first[1], { fields: Object.fromEntries(faults) });
}
