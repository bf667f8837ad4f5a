import { worksTogether } from '../../../core/declare/work.ts';
import { channelKey } from '../../../core/text/code-key.ts';
import { missingSku, skusByCode } from '../../stock/index.ts';
import { factsMoved } from '../counting/facts.ts';
import { expectOf } from './expect.ts';
import { linkSku } from './link-work.ts';
import { holdUnlinked, writeLines } from './store.ts';
import { changeOf } from './tell.ts';

/** Lines whose SKU has come are what they would be had it been known before. */
export const linkHandler = worksTogether(linkSku, async (ctx, pieces) => {
  const { tx, now } = ctx;
  const lines = await holdUnlinked(tx, [...new Set(pieces.map(({ data }) => data.codeKey))]);
  const skus = await skusByCode(
    tx,
    lines.map(({ source, codeKey }) => ({ channel: channelKey(source), codeKey: codeKey ?? '' })),
  );
  const plans = lines.map((before) => ({
    before,
    after: { ...before, skuId: skus.get(`${channelKey(before.source)}\n${before.codeKey}`) ?? null },
  }));
  const linked = plans.filter(({ after }) => after.skuId !== null);
  await writeLines(
    tx,
    linked.map(({ after }) => after),
    now,
  );
  await expectOf(ctx, linked);
  const lacking = new Set(plans.flatMap(({ after }) => (after.skuId === null ? [after.codeKey] : [])));
  const missing = pieces.flatMap(({ id, data: { codeKey } }) =>
    lacking.has(codeKey) ? [[id, missingSku(codeKey)] as const] : [],
  );
  return {
    changes: linked.map(({ before, after }) => changeOf(before, after)),
    facts: factsMoved(linked),
    missing: new Map(missing),
  };
});
