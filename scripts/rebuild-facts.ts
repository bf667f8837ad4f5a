// npm run facts:rebuild: makes what KPIs are counted from anew, beside what is read meanwhile.

import { setTimeout as rest } from 'node:timers/promises';
import { onConsole } from '../src/console.ts';
import { systemClock } from '../src/core/runtime/clock.ts';
import type { Context } from '../src/core/runtime/context.ts';
import { ConfigError, Refusal } from '../src/core/runtime/refusal.ts';
import { asSystem } from '../src/core/runtime/system.ts';
import { count } from '../src/core/text/sentence.ts';
import { factFamilies, foldFacts, getFamilies, parkFailing, rebuildFamily } from '../src/features/index.ts';
import { saidBy } from '../src/jobs/drain/fold-some.ts';
import { readCommandLine } from './command-line.ts';

const usage = `npm run facts:rebuild [-- --family <order, shipment, …>] [--workspace <name or Slack team id>]

Makes the facts of KPIs anew, of one family or of all. Figures are read from the old ones until the new are complete. The bot may
run beside it and helps. It may be stopped and run again: the bot goes on, and a second run waits for what is being made.`;

const subjectsAtOnce = 1_000;
/** Another process has the family for so long at most. */
const restMs = 200;
const toldEveryMs = 5_000;

const { values } = readCommandLine(usage, {
  options: { family: { type: 'string' }, workspace: { type: 'string' } },
});

await onConsole({ workspace: values.workspace ?? null }, async ({ ctx }) => {
  const known = factFamilies(ctx.engine);
  const { family: only } = values;
  if (only !== undefined && !known.includes(only))
    throw new ConfigError([`There are no facts of "${only}". There are those of ${known.join(', ')}.`]);
  const system = asSystem(ctx, 'facts');
  const stateOf = async (family: string) =>
    (await getFamilies.call(ctx, {})).find((one) => one.family === family);
  for (const family of only === undefined ? known : [only]) {
    const began = systemClock.elapsed();
    const before = await stateOf(family);
    const one = before?.one ?? family;
    // What nobody has made yet, or is being made, needs no second time.
    if (before?.state && before.state.generation > 0 && before.state.building === null)
      await begin(ctx, family);
    let told = began;
    let most = subjectsAtOnce;
    for (;;) {
      const step = await stepOf(system, family, most);
      most = step.next;
      const { done } = step;
      const { state = null } = (await stateOf(family)) ?? {};
      if (state && state.generation > 0 && state.building === null) break;
      if (systemClock.elapsed() - told > toldEveryMs) {
        told = systemClock.elapsed();
        console.log(`${family}: ${count(state?.walked ?? 0, one)} so far`);
      }
      if (done === 0) await rest(restMs);
    }
    const seconds = Math.round((systemClock.elapsed() - began) / 1_000);
    console.log(`${family}: made anew in ${count(seconds, 'second')}`);
  }
  return 0;
});

/** What cannot be made is looked for among fewer and fewer, and set aside: `/ops facts` names it. */
async function stepOf(
  system: Context,
  family: string,
  most: number,
): Promise<{ done: number; next: number }> {
  try {
    const done = await foldFacts.call(system, { family, most });
    return { done, next: Math.min(subjectsAtOnce, most * 2) };
  } catch (error) {
    const found = await parkFailing.call(system, { family, most, reason: saidBy(error) });
    if (found?.subjects === 0) throw error;
    if (found?.parked) console.log(`${family}: ${found.parked} cannot be counted: ${saidBy(error)}`);
    return { done: found ? 1 : 0, next: Math.max(1, Math.floor((found?.subjects ?? most) / 2)) };
  }
}

/** Also while another process has the family. */
async function begin(ctx: Context, family: string): Promise<void> {
  for (;;)
    try {
      await rebuildFamily.call(ctx, { family });
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'unavailable') throw error;
      await rest(restMs);
    }
}
