import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { dayIn } from '../../src/core/time/time-zone.ts';
import { confirmEnding } from '../../src/features/shipments/acting/confirm.ts';
import { tellShipments } from '../../src/features/shipments/index.ts';
import { declareDisruption } from '../../src/features/shipments/lanes/declare.ts';
import { chanceFrom } from '../harness/chance.ts';
import { scanned, shipmentStory, shuffledShipments, tells } from '../harness/shipment-story.ts';

/** Both declare the same strike. */
export async function declareAtOnce(ctx: Context): Promise<string> {
  const strike = {
    kind: 'strike',
    carrier: null,
    origin: null,
    destination: 'FR',
    fromAt: null,
    untilAt: null,
  } as const;
  await declareDisruption.call(ctx, strike);
  return 'declared';
}

/** One process's part: all that was said, in its own order. In the first round one tells it alone. */
export async function tellShipmentsAtOnce(
  ctx: Context,
  { round, who }: { readonly round: number; readonly who: string },
): Promise<string> {
  const system = asSystem(ctx, 'race');
  if (round === 0) {
    if (who === 'one') await tellShipments.call(system, { statements: [...shipmentStory] });
    return 'told';
  }
  const chance = chanceFrom(round * 2 + (who === 'one' ? 1 : 2));
  const left = [...shuffledShipments(chance)];
  while (left.length > 0)
    await tellShipments.call(system, { statements: left.splice(0, 1 + chance.below(6)) });
  return 'told';
}

/** Both confirm the end that one of them told, of which they have seen that its carrier contradicts it. */
export async function confirmAtOnce(ctx: Context, known: (ctx: Context) => Promise<string>): Promise<string> {
  const day = dayIn('Europe/Berlin', new Date(ctx.now.getTime() - 86_400_000));
  const ours = tells([scanned(`${day} 09:00`, 'delivered', { code: null })], { source: 'person one' });
  const theirs = tells([scanned(`${day} 08:00`, 'picked_up'), scanned(`${day} 10:00`, 'in_transit')]);
  await tellShipments.call(asSystem(ctx, 'race'), { statements: [ours, theirs] });
  await confirmEnding.call(ctx, { id: await known(ctx), events: 3 });
  return 'confirmed';
}
