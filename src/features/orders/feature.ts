import { defineFeature } from '../../core/declare/feature.ts';
import { actOnOrder, draftAct } from './acting/act.ts';
import { approvals } from './acting/approving.ts';
import { actFormSamples, actSamples } from './acting/samples.ts';
import { actClicks, actForms } from './acting/slack.ts';
import { demandProofs, proveDemandJob } from './demand/nightly.ts';
import { mendDemand, noteDemandProof, proveSomeDemand } from './demand/prove.ts';
import { orderFacts } from './facts-model.ts';
import { finder, findOrders, getOrder, getStages } from './find.ts';
import { importOrders } from './importing/orders.ts';
import { actOnOrders, importOrdersPermission, proveDemandPermission, readOrders } from './permissions.ts';
import { stageTable } from './rules.ts';
import { samples } from './samples.ts';

/** Orders and how far each has come. */
export const orders = defineFeature({
  name: 'orders',
  title: 'Orders',
  permissions: [readOrders, actOnOrders, importOrdersPermission, proveDemandPermission],
  operations: [
    actOnOrder,
    draftAct,
    findOrders,
    getOrder,
    getStages,
    proveSomeDemand,
    mendDemand,
    noteDemandProof,
  ],
  clicks: actClicks,
  forms: actForms,
  approvals,
  finders: [finder],
  imports: [importOrders],
  facts: [orderFacts],
  schedules: [demandProofs],
  jobs: [proveDemandJob],
  states: [stageTable],
  samples: { ...samples, ...actSamples },
  formSamples: actFormSamples,
});
