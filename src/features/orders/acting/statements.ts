import type { OrderStatement } from '../telling/model.ts';
import { type ActFacts, type ActRequest, ownHold } from './model.ts';

/**
 * What one of us says of an order by an act; null: nothing changes here until the shop says so. `at`: after whatever one
 * of us said before. `by`: the person's id.
 */
export function statementOf(
  request: ActRequest,
  { channel, number, heldHere }: Pick<ActFacts, 'channel' | 'number' | 'heldHere'>,
  { at, by }: { readonly at: Date; readonly by: string },
): OrderStatement | null {
  const said = {
    order: { channel, number, external: null },
    source: 'person',
    versionAt: at,
    deliveryId: null,
  };
  switch (request.act) {
    case 'hold':
      return { ...said, facet: 'hold', holds: [{ key: ownHold, held: true, reason: request.reason, by }] };
    case 'release':
      // A hold of the shop stays until the shop tells its end: of it there is nothing to say.
      if (!heldHere) return null;
      return { ...said, facet: 'hold', holds: [{ key: ownHold, held: false, by }] };
    case 'promise':
      return { ...said, facet: 'promise', promises: [{ kind: 'date', on: request.on, toldAt: at, by }] };
    case 'take back promise':
      return { ...said, facet: 'promise', takenBack: [{ on: request.on, at }] };
    default:
      return null;
  }
}
