import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { namedIn } from '../../../core/text/names.ts';
import type { Carrier } from '../carrier/model.ts';
import { listCarriers } from '../carrier/store.ts';
import { changeCarriers, seeCarriers } from '../permissions.ts';
import { listPage } from './list.ts';
import { collectionList } from './views.ts';

/** Carriers of this name, or of one like it, or with this id. A shop has some dozens. */
export const findCarriers = query({
  name: 'carriers.find',
  permission: seeCarriers,
  input: z.union([z.object({ text: z.string() }), z.object({ id: z.string() })]),
  async run({ scope }, wanted) {
    const all = await listCarriers(scope);
    if ('id' in wanted) return { exact: all.filter(({ id }) => id === wanted.id), like: [] };
    return namedIn(all, ({ code, name }) => [code, name], wanted.text);
  },
});

/** Carriers for "find anything": when they collect. */
export const finder: Finder = {
  kind: 'carrier',
  searches: 'carriers',
  permission: seeCarriers,
  async find(ctx, text) {
    const { exact, like } = await findCarriers.call(ctx, { text });
    return [...exact, ...like].map((one) => ({
      kind: 'carrier',
      id: one.id,
      title: titleOf(one),
      exact: exact.includes(one),
    }));
  },
  async title(ctx, id) {
    const [carrier] = (await findCarriers.call(ctx, { id })).exact;
    return carrier ? titleOf(carrier) : null;
  },
  async show(ctx, id) {
    const [carrier] = (await findCarriers.call(ctx, { id })).exact;
    if (!carrier) return null;
    const page = await listPage.call(ctx, { at: null, of: carrier.code, after: null });
    return collectionList(page, holds(ctx.actor, changeCarriers), readerOf(ctx));
  },
};

/** "DHL", or "DPD Deutscher Paketdienst" where the code is another. */
const titleOf = ({ code, name }: Carrier): string =>
  code.toLowerCase() === name.toLowerCase() ? name : `${code} ${name}`;
