import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { tellShipments } from '../../src/features/shipments/index.ts';
import { declareDisruption } from '../../src/features/shipments/lanes/declare.ts';
import { chanceFrom } from '../harness/chance.ts';
import { shipmentStory, shuffledShipments } from '../harness/shipment-story.ts';

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
