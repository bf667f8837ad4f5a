import { defineFeature } from '../../core/declare/feature.ts';
import { demandProofs, proveDemandJob } from './demand/nightly.ts';
import { mendDemand, noteDemandProof, proveSomeDemand } from './demand/prove.ts';
import { orderFacts } from './facts-model.ts';
import { finder, findOrders, getOrder, getStages } from './find.ts';
import { importOrders } from './importing/orders.ts';
import { tellOrders } from './keeping/tell-orders.ts';
import {
  importOrdersPermission,
  proveDemandPermission,
  readOrders,
  tellOrdersPermission,
} from './permissions.ts';
import { stageTable } from './rules.ts';
import { samples } from './samples.ts';

/** Orders and how far each has come. */
export const orders = defineFeature({
  name: 'orders',
  title: 'Orders',
  permissions: [readOrders, importOrdersPermission, proveDemandPermission, tellOrdersPermission],
  operations: [findOrders, getOrder, getStages, tellOrders, proveSomeDemand, mendDemand, noteDemandProof],
  finders: [finder],
  imports: [importOrders],
  facts: [orderFacts],
  schedules: [demandProofs],
  jobs: [proveDemandJob],
  states: [stageTable],
  samples,
});
