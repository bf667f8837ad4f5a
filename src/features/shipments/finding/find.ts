import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { mentionsOf } from '../../../core/declare/mention.ts';
import { nameOf, shipmentMessage } from '../card/views.ts';
import { stateWords } from '../card/words.ts';
import { strikeMention } from '../disrupted/mention-views.ts';
import { disruptionsOver } from '../disrupted/over.ts';
import { readShipments } from '../permissions.ts';
import { findShipments, getShipment, getStandings } from '../shipment/look-up.ts';
import { rightsOf } from './rights.ts';

/** Shipments for "find anything". */
export const finder: Finder = {
  kind: 'shipment',
  searches: 'tracking numbers of shipments, and their beginnings and ends',
  permission: readShipments,
  async find(ctx, text) {
    const found = await findShipments.call(ctx, { text });
    return found.map((hit) => {
      const { id, tracking, carrierSaid, exact } = hit;
      const carrier = carrierSaid ? ` (${carrierSaid})` : '';
      return { kind: 'shipment', id, title: `${tracking}${carrier}: ${stateWords(hit)}`, exact };
    });
  },
  async title(ctx, id) {
    const shipment = await getShipment.call(ctx, { id });
    return shipment && nameOf(shipment);
  },
  async stands(ctx, ids) {
    const all = await getStandings.call(ctx, { ids: [...ids] });
    return new Map(all.map((one) => [one.id, stateWords(one)]));
  },
  async show(ctx, id) {
    const [shipment, strikes, mentions] = await Promise.all([
      getShipment.call(ctx, { id }),
      disruptionsOver.call(ctx, { id }),
      mentionsOf(ctx, 'shipment', [{ id }]),
    ]);
    const reader = readerOf(ctx);
    const lines = [...strikes.map((one) => strikeMention(one, reader)), ...(mentions.get(id) ?? [])];
    if (!shipment) return null;
    return shipmentMessage(shipment, reader, lines, await rightsOf(ctx, shipment));
  },
};
