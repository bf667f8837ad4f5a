import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { number, signed } from '../../../core/text/quantity.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { addNote, resolveMatter } from '../../issues/index.ts';
import type { Told } from '../ledger/model.ts';
import { postedSince } from '../ledger/store.ts';
import { matterOf } from '../outside/matter.ts';
import type { OutsideChange } from '../outside/model.ts';
import { type Awaited, agreeing } from '../outside/rules.ts';
import { openChanges, updateChange } from '../outside/store.ts';

type Moved = Pick<Effects, 'changes'> & { readonly skuIds: readonly string[] };

/** Ends the changes that these statements show, with their tasks. Whoever states levels calls it in that transaction. */
export async function agreeWith(ctx: MutationContext, told: readonly Told[]): Promise<Moved> {
  // What a later statement supersedes tells of the past alone.
  const available = told.filter(({ bucket, next }) => bucket === 'available' && next === null);
  const open = await openChanges(ctx.tx, [...new Set(available.map(({ locationId }) => locationId))]);
  const none: Moved = { changes: [], skuIds: [] };
  if (open.length === 0) return none;
  const moved = [none];
  let left = open;
  for (const one of available.toSorted((a, b) => a.asOf.getTime() - b.asOf.getTime())) {
    const here = left.filter((change) => change.skuId === one.skuId && change.locationId === one.locationId);
    if (here.length === 0) continue;
    const awaited: Awaited[] = [];
    for (const change of here)
      awaited.push({ ...change, posted: await postedSince(ctx.tx, change, change.askedAt, one.asOf) });
    const agreed = agreeing(one, awaited);
    if (agreed.length === 0) continue;
    const ended: OutsideChange[] = [];
    for (const change of agreed) if (await end(ctx, change, one)) ended.push(change);
    if (ended.length === 0) continue;
    const units = ended.reduce((sum, { quantity }) => sum + quantity, 0);
    const rest = here.filter((change) => !agreed.some(({ id }) => id === change.id));
    // The others wait for what they ask beyond that.
    for (const change of rest) await updateChange(ctx.tx, change, { told: change.told + units });
    left = left.flatMap((change): OutsideChange[] => {
      if (agreed.some(({ id }) => id === change.id)) return [];
      return [rest.includes(change) ? { ...change, told: change.told + units } : change];
    });
    moved.push({ changes: ended.map(changeOf), skuIds: [one.skuId] });
  }
  return {
    changes: moved.flatMap(({ changes }) => changes),
    skuIds: [...new Set(moved.flatMap(({ skuIds }) => skuIds))],
  };
}

/** False: somebody has ended it meanwhile. */
async function end(ctx: MutationContext, change: OutsideChange, one: Told): Promise<boolean> {
  const { id, quantity } = change;
  const at = momentWithZone(one.asOf, ctx.now, ctx.workspace.timeZone);
  const shown = `${number(one.quantity)} available at ${at}`;
  const note =
    one.difference === quantity
      ? `The numbers from there moved by ${signed(quantity)}, as asked: ${shown}. If that was something else, reopen it.`
      : `The numbers from there show it: ${shown}.`;
  // First the issue, then its change: whoever presses Done does it in this order too.
  const system = asSystem(ctx, 'stock');
  await resolveMatter.call(system, { matter: matterOf(id), code: 'fixed', note });
  const isEnded = await updateChange(ctx.tx, change, { state: 'agreed', endedAt: ctx.now });
  // A task that was done before is not done again: its card says that the numbers show it.
  if (isEnded && change.enteredAt) await addNote.call(system, { id: change.issueId, text: note });
  return isEnded;
}

const changeOf = ({ id }: OutsideChange) => ({
  subject: { kind: 'outside change', id },
  before: { state: 'open' },
  after: { state: 'agreed' },
});
