import { Refusal } from '../../core/runtime/refusal.ts';
import type { Words } from '../../core/text/words.ts';

/** Refuses words after a verb that takes none: what follows "exceptions" is no number of a parcel. */
export function demandWordless({ text }: Words, verb: string, shows: string): void {
  if (text === '') return;
  throw new Refusal('invalid', `\`/shipment ${verb}\` takes no words: it ${shows}.`, {
    next: `Try \`/shipment ${verb}\` alone; \`/shipment late ${text.slice(0, 60)}\` is for one carrier or lane.`,
  });
}
