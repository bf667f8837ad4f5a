import type { Scope } from '../../../core/runtime/database.ts';
import { laneWords } from '../shipment/lane-words.ts';
import { groupsOf } from './model.ts';
import { carrierNamesOf, type NamesOf } from './names.ts';
import { type OpenName, openNames } from './open-names-store.ts';
import { carrierWords, endWords } from './words.ts';

/** "DHL", "HAM → DE 10", "from HAM". */
export function wordsOf({ lane, from, to, ...said }: OpenName, namesOf: NamesOf): string {
  if (from !== null || to !== null) return endWords({ from, to });
  return lane === null
    ? carrierWords(namesOf({ ...said, serviceId: null, serviceSaid: null }).carrier)
    : laneWords(lane);
}

/** What a button's code of a carrier, of lanes or of both stands for: "DHL · to FR"; null: none of it is on its way now. */
export async function wordsOfCode(scope: Scope, of: string): Promise<string | null> {
  const [names, namesOf] = [await openNames(scope), await carrierNamesOf(scope)];
  const words = groupsOf(of).map((code) => {
    const end = names.find((one) => code.startsWith('e') && one.code.slice(1) === code.slice(1));
    if (end) return `from or to ${end.from ?? end.to}`;
    const name = names.find((one) => one.code === code);
    return name ? wordsOf(name, namesOf) : null;
  });
  return words.includes(null) ? null : words.join(' · ');
}
