import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { count } from '../../../core/text/sentence.ts';
import { addNote, maxText, openMatters, resolveMatter } from '../../issues/index.ts';
import { disruptionName } from '../disrupted/names.ts';
import { broughtWords } from '../parcels/words.ts';
import { declareDisruptions } from '../permissions.ts';
import { raiseFor, retellFor } from './disruption-issue.ts';
import { type Disruption, joinedForMs, matterOfDisruption } from './disruption-model.ts';
import { holdDisruptions, inside } from './disruption-store.ts';
import type { Member, Sums } from './model.ts';
import { isMoved } from './rules.ts';
import { showDisruption } from './shown-store.ts';
import { membersOf, sumsOf } from './sums-store.ts';
import { stillWords } from './words.ts';

/** Named in the note; the list has all. */
const named = 20;

/** Says that a disruption is over: what it swallowed is listed in its issue, and parcels raise alarms again. */
export const endDisruption = mutation({
  name: 'shipments.end-disruption',
  permission: declareDisruptions,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const one = (await holdDisruptions(ctx.tx, ctx.now)).find((all) => all.id === id && !all.endedAt);
    if (!one)
      throw new Refusal('conflict', 'It is over already.', { next: '`/shipment disruption` lists them.' });
    const sums = await overWith(ctx, one);
    const subject = { kind: 'disruption', id };
    return {
      result: { id, name: disruptionName(one), sums },
      changes: [{ subject, before: { endedAt: null }, after: { endedAt: ctx.now.toISOString() } }],
    };
  },
});

/** Ends it. Its issue ends with it where nothing of it is on its way any more; else people go on with what is left. */
export async function overWith(ctx: MutationContext, one: Disruption): Promise<Sums> {
  const endedAt = one.untilAt && one.untilAt <= ctx.now ? one.untilAt : ctx.now;
  const over = { ...one, endedAt };
  const sums = await sumsOf(ctx.tx, inside(over));
  await showDisruption(ctx.tx, one.id, { ...sums, exposed: 0, endedAt });
  await retellFor(ctx, over, sums);
  const note = swallowedWords(sums, await membersOf(ctx.tx, inside(over), named));
  if (sums.open === 0) await cleared(ctx, one, note);
  else await noted(ctx, one, note);
  return sums;
}

/**
 * What is over goes on to be counted: carriers tell of late what happened inside it, and nothing else would ever say so. Those
 * join its issue, or raise it anew where it is done, for a month; with the last of them it ends, however long that takes.
 */
export async function followOver(ctx: MutationContext, one: Disruption): Promise<void> {
  const sums = await sumsOf(ctx.tx, inside(one));
  if (!isMoved({ ...one, exposed: 0 }, { ...sums, exposed: 0 })) return;
  await showDisruption(ctx.tx, one.id, { ...sums, exposed: 0, endedAt: one.endedAt });
  const issue = await retellFor(ctx, one, sums);
  const more = sums.parcels - one.parcels;
  if (issue === null) {
    // Somebody has done with the others: what is on its way and new is another matter to them.
    const joins = one.endedAt !== null && ctx.now.getTime() - one.endedAt.getTime() <= joinedForMs;
    if (more > 0 && sums.open > 0 && joins)
      await raiseFor(asSystem(ctx, 'shipments'), one, sums, `${disruptionName(one)}: ${lateWords(more)}`);
    return;
  }
  if (sums.open === 0)
    await cleared(ctx, one, `None of ${count(sums.parcels, 'parcel')} is on its way any more.`);
  else if (more > 0)
    await noted(
      ctx,
      one,
      `${lateWords(more)}. In all ${count(sums.parcels, 'parcel')}: ${stillWords(sums)}.`,
    );
}

/** "15 parcels told of after it was over". */
function lateWords(more: number): string {
  return `${count(more, 'parcel')} told of after it was over`;
}

async function cleared(ctx: MutationContext, one: Disruption, note: string): Promise<void> {
  await resolveMatter.call(asSystem(ctx, 'shipments'), {
    matter: matterOfDisruption(one.id),
    taken: 'ask',
    code: 'fixed',
    note,
  });
}

async function noted(ctx: MutationContext, one: Disruption, text: string): Promise<void> {
  const matter = matterOfDisruption(one.id);
  const issue = (await openMatters(ctx.tx, [matter])).get(matter);
  if (issue) await addNote.call(asSystem(ctx, 'shipments'), { id: issue.id, text });
}

/** "It is over. During it 83 parcels got into trouble: 22 still on their way (€1,204.00), 61 delivered. Still on their way: …". */
function swallowedWords(sums: Sums, members: readonly Member[]): string {
  if (sums.parcels === 0) return 'It is over. No parcel got into trouble during it.';
  const head = `It is over. During it ${count(sums.parcels, 'parcel')} got into trouble: ${stillWords(sums)}.`;
  if (members.length === 0) return head;
  const lines = fitting(members.map((one) => [one.tracking, broughtWords(one)].filter(Boolean).join(', ')));
  const more = sums.open - lines.length;
  return [
    head,
    'Still on their way:',
    ...lines,
    ...(more > 0 ? [`and ${count(more, 'more parcel')}: \`/shipment disruption\``] : []),
  ].join('\n');
}

/** Of lines those that a note has room for beside what it begins and ends with: some numbers are long. */
function fitting(lines: readonly string[]): readonly string[] {
  let left = maxText - 500;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
