import { defineFeature } from '../../core/declare/feature.ts';
import { inboundFactTable } from './counting/facts.ts';
import { inboundKpis } from './counting/kpis.ts';
import { getDatedLine, getDateOutcome } from './dating/get.ts';
import { giveDate } from './dating/give.ts';
import { dateFormSamples, dateSamples } from './dating/samples.ts';
import { digest } from './digest/digest.ts';
import { getComing, getLateSuppliers } from './digest/read.ts';
import { digestSamples } from './digest/samples.ts';
import { purchaseFacts } from './facts-model.ts';
import { importPurchases } from './importing/purchases.ts';
import { exportInbound, inboundList } from './inbound/export.ts';
import { finder } from './inbound/find.ts';
import { inboundPage } from './inbound/list.ts';
import { inboundMeant } from './inbound/meant.ts';
import { findOrders, getOrderNames } from './inbound/orders.ts';
import { inboundSamples } from './inbound/samples.ts';
import { linkHandler } from './keeping/link.ts';
import { tellPurchaseLines } from './keeping/tell-purchase-lines.ts';
import { getPerformance } from './performance/get.ts';
import {
  giveDates,
  importPurchasesPermission,
  readPurchases,
  tellPurchasesPermission,
} from './permissions.ts';
import { clicks, forms, verbs } from './slack.ts';

/** Purchase orders: what suppliers promise, what of it has come, and what waits for the rest. */
export const purchases = defineFeature({
  name: 'purchases',
  title: 'Purchase orders',
  permissions: [readPurchases, giveDates, importPurchasesPermission, tellPurchasesPermission],
  operations: [
    tellPurchaseLines,
    inboundMeant,
    inboundPage,
    getComing,
    getLateSuppliers,
    exportInbound,
    findOrders,
    getOrderNames,
    getDatedLine,
    getDateOutcome,
    giveDate,
    getPerformance,
  ],
  verbs,
  clicks,
  forms,
  digest,
  lists: [inboundList],
  finders: [finder],
  imports: [importPurchases],
  work: [linkHandler],
  facts: [purchaseFacts],
  factTables: [inboundFactTable],
  kpis: inboundKpis,
  samples: { ...inboundSamples, ...dateSamples, ...digestSamples },
  formSamples: dateFormSamples,
});
