import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { channelKey, codeKey } from '../../../core/text/code-key.ts';
import { skusByCode } from '../../stock/index.ts';
import type { Kept } from '../telling/hash.ts';
import type { Ref } from '../telling/said.ts';
import { type Lacking, lackedBy, refsIn } from './lacking.ts';
import type { Means, OrderPlan } from './plan.ts';
import { refsOf } from './refs-store.ts';
import { isOurs, knownBy, type Settings, settingsOf } from './settings.ts';

/** Finds the ids of SKUs by "channel\nCODE". */
export type SkusOf = (scope: Scope, codes: readonly ChannelCode[]) => Promise<ReadonlyMap<string, string>>;

/** What somebody who tells many times knows already; absent: it is read. */
export interface FoldingOptions {
  readonly settings?: Settings;
  readonly skusOf?: SkusOf;
}

interface ChannelCode {
  readonly channel: string;
  readonly codeKey: string;
}

/** An order that is to be planned: what was told of it before, what is told now, and how. */
export interface ToPlan {
  readonly before: readonly Kept[];
  readonly told: readonly Kept[];
  make(means: Means): OrderPlan;
}

/** How `skusByCode` names a code of a channel. */
export function channelCode(channel: string, code: string): string {
  return `${channel}\n${codeKey(code)}`;
}

/** What codes of a channel mean. A fold asks several times for each, as it is written. */
function skusOfChannel(skus: ReadonlyMap<string, string>, channel: string): (code: string) => string | null {
  const asked = new Map<string, string | null>();
  return (code) => {
    const before = asked.get(code);
    if (before !== undefined) return before;
    const id = skus.get(channelCode(channel, code)) ?? null;
    asked.set(code, id);
    return id;
  };
}

/** Plans orders with what is known of the codes and names in their statements: two SQL statements for any number. */
export async function planned(
  ctx: Pick<QueryContext, 'scope' | 'workspace'>,
  orders: readonly ToPlan[],
  { settings, skusOf = skusByCode }: FoldingOptions,
  newId: () => string,
): Promise<readonly (OrderPlan & Lacking)[]> {
  if (orders.length === 0) return [];
  const { scope } = ctx;
  const codes = new Map<string, ChannelCode>();
  const refs: Ref[] = [];
  for (const { before, told } of orders)
    for (const statement of [...before, ...told]) {
      const channel = channelKey(statement.order.channel);
      for (const { code, item } of statement.lines?.of ?? []) {
        const key = codeKey(code);
        if (code !== '') codes.set(`${channel}\n${key}`, { channel, codeKey: key });
        if (item) refs.push(item);
      }
      refs.push(...refsIn(statement));
    }
  const skus = codes.size > 0 ? await skusOf(scope, [...codes.values()]) : new Map<string, string>();
  const known = await refsOf(
    scope,
    refs.filter((ref) => !isOurs(ref)),
  );
  const set = settings ?? (await settingsOf(ctx));
  const finders = new Map<string, (code: string) => string | null>();
  return orders.map(({ before, told, make }) => {
    const channel = channelKey((before[0] ?? told[0])?.order.channel ?? '');
    const skuOf = finders.get(channel) ?? skusOfChannel(skus, channel);
    finders.set(channel, skuOf);
    const means = { known: knownBy(set, known, skuOf), shop: set.shop, newId };
    const lacked = new Set(before.flatMap((one) => lackedBy(one, means.known)));
    const lacks = new Set(
      told.flatMap((one) => lackedBy(one, means.known)).filter((one) => !lacked.has(one)),
    );
    return { ...make(means), lacked, lacks };
  });
}
