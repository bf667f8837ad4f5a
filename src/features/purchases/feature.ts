import { defineFeature } from '../../core/declare/feature.ts';
import { importPurchases } from './importing/purchases.ts';
import { linkHandler } from './keeping/link.ts';
import { tellPurchaseLines } from './keeping/tell-purchase-lines.ts';
import { getPerformance } from './performance/get.ts';
import { importPurchasesPermission, readPurchases, tellPurchasesPermission } from './permissions.ts';

/** Purchase orders: what suppliers promise, and what of it has come. */
export const purchases = defineFeature({
  name: 'purchases',
  title: 'Purchase orders',
  permissions: [readPurchases, importPurchasesPermission, tellPurchasesPermission],
  operations: [tellPurchaseLines, getPerformance],
  imports: [importPurchases],
  work: [linkHandler],
});
