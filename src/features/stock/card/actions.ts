import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

const sku = z.object({ sku: z.uuid() });

/** Shows one SKU's card in place of the list it was picked from. */
export const showSku = defineAction({ id: 'stock.show', version: 1, value: sku });
/** Another page of what fits the words. */
export const showChoices = defineAction({
  id: 'stock.choices',
  version: 1,
  value: z.object({ text: z.string(), from: z.int() }),
});
/** Redraws the card with current numbers. */
export const refreshSku = defineAction({ id: 'stock.refresh', version: 1, value: sku });
/** Posts a snapshot of the card for everybody in the channel. */
export const shareSku = defineAction({ id: 'stock.share', version: 1, value: sku });
/** Redraws a shared snapshot for everybody. */
export const refreshShared = defineAction({
  id: 'stock.refresh-shared',
  version: 2,
  /** Who shared it, a Slack user: it stays theirs, whoever refreshes it. */
  value: z.object({ sku: z.uuid(), by: z.string().max(20).nullable() }),
  earlier: { 1: (value) => ({ ...sku.parse(value), by: null }) },
});

/** Keeps a card of the SKU up to date in the direct messages of the person who presses. */
export const watchDirectly = defineAction({ id: 'stock.watch-directly', version: 1, value: sku });
export const stopWatch = defineAction({
  id: 'stock.stop-watching',
  version: 1,
  value: z.object({ sku: z.uuid(), place: z.string().max(20) }),
});

/** Opens the form that corrects the quantity. */
export const adjustSku = defineAction({ id: 'stock.adjust', version: 1, value: sku });
