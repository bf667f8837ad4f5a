import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { locations, missingLocation } from '../../locations/index.ts';
import { missingSku, skusByCode, tellLevels } from '../../stock/index.ts';
import type { DeliveryInHand } from '../deliveries/model.ts';
import { aheadMs, type SaidLevel } from '../meaning/meaning.ts';
import { itemsOf } from '../source/item-store.ts';
import { missingThere } from '../source/missing.ts';
import { kindNames } from '../source/model.ts';
import { mappedPlaces } from '../source/place-store.ts';
import type { Fate, News, Take } from './outcome.ts';

/**
 * Takes levels; one of a SKU or a location that is not known yet waits for it. Of a delivery that tells several, those that
 * are known are taken at once.
 */
export const takeLevels: Take = async (ctx, meant) => {
  const told = meant.flatMap(({ delivery, meaning }) =>
    meaning.is === 'levels' ? meaning.levels.map((level) => ({ delivery, level })) : [],
  );
  if (told.length === 0) return { fates: new Map(), news: [], arrived: [] };
  const resolve = await resolver(ctx.tx, told);
  const fates = new Map<string, Fate>();
  const news: News[] = [];
  const levels: { skuId: string; locationId: string; available: number; asOf: Date }[] = [];
  for (const { delivery, level } of told) {
    const { available, asOf } = level;
    const found = resolve(delivery, level);
    const other = fates.get(delivery.id);
    if ('state' in found) {
      if (other?.state !== 'failed' && other?.state !== 'parked') fates.set(delivery.id, found);
    } else if (asOf.getTime() > ctx.now.getTime() + aheadMs)
      fates.set(delivery.id, { state: 'failed', why: `its time, ${asOf.toISOString()}, is in the future` });
    else {
      if (!other) fates.set(delivery.id, { state: 'done' });
      levels.push({ ...found, available, asOf });
      // One number says nothing of the others there.
      const { sourceName: source } = delivery;
      news.push({ kind: 'levels', source, location: found.locationId, at: asOf, coversUntil: null });
    }
  }
  const [{ delivery }] = told as [(typeof told)[number]];
  const reference = `${kindNames[delivery.kind]} ${delivery.sourceName}`;
  if (levels.length > 0) await tellLevels.call(ctx, { levels, reference });
  return { fates, news, arrived: [] };
};

type Resolved = { readonly skuId: string; readonly locationId: string } | Extract<Fate, { state: 'parked' }>;

/** Finds the SKU and the location of each, or says what it lacks: the SKU first. */
async function resolver(
  scope: Scope,
  told: readonly { readonly delivery: DeliveryInHand; readonly level: SaidLevel }[],
): Promise<(delivery: DeliveryInHand, level: SaidLevel) => Resolved> {
  const keyOf = ({ sourceId: source }: DeliveryInHand, { item }: SaidLevel) =>
    item.kind === 'code' ? [] : [{ source, kind: item.kind, externalId: item.externalId }];
  const items = await itemsOf(
    scope,
    told.flatMap(({ delivery, level }) => keyOf(delivery, level)),
  );
  const codes = told.flatMap(({ delivery, level: { item } }) =>
    item.kind === 'code' ? [{ channel: delivery.channel, codeKey: codeKey(item.code) }] : [],
  );
  const byCode = codes.length > 0 ? await skusByCode(scope, codes) : new Map<string, string>();
  const [first] = told;
  const mapped = first ? await mappedPlaces(scope, first.delivery.sourceId) : [];
  const ours = new Map((await locations(scope)).map(({ id, code }) => [codeKey(code), id]));
  return (delivery, level) => {
    const { item, place } = level;
    const source = { id: delivery.sourceId };
    const [key] = keyOf(delivery, level);
    const skuId =
      item.kind === 'code'
        ? byCode.get(`${delivery.channel}\n${codeKey(item.code)}`)
        : key && items.idOf(key);
    if (skuId === undefined) {
      const name = item.kind === 'code' ? item.code : item.externalId;
      const missing = item.kind === 'code' ? missingSku(name) : missingThere('sku', source, name);
      return { state: 'parked', why: `sku ${name}`, missing };
    }
    const there = mapped.find(({ externalId }) => externalId === place)?.locationId;
    const locationId = there ?? (level.byCode ? ours.get(codeKey(place)) : undefined);
    if (locationId !== undefined) return { skuId, locationId };
    const missing = level.byCode ? missingLocation(place) : missingThere('location', source, place);
    return { state: 'parked', why: `location ${place}`, missing };
  };
}
