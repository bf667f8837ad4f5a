import { defineFeature } from '../../core/declare/feature.ts';
import { orderFacts } from './facts-model.ts';
import { finder, findOrders, getOrder, getStages } from './find.ts';
import { importOrders } from './importing/orders.ts';
import { importOrdersPermission, readOrders } from './permissions.ts';
import { stageTable } from './rules.ts';
import { samples } from './samples.ts';

/** Orders and how far each has come. */
export const orders = defineFeature({
  name: 'orders',
  title: 'Orders',
  permissions: [readOrders, importOrdersPermission],
  operations: [findOrders, getOrder, getStages],
  finders: [finder],
  imports: [importOrders],
  facts: [orderFacts],
  states: [stageTable],
  samples,
});
