import { defineFeature } from '../../core/declare/feature.ts';
import { importCarriers } from './importing/carriers.ts';
import { importCollections } from './importing/collections.ts';
import { importCarriersPermission } from './permissions.ts';

/** Carriers, their services, and when they collect at each location. */
export const carriers = defineFeature({
  name: 'carriers',
  title: 'Carriers',
  permissions: [importCarriersPermission],
  operations: [],
  imports: [importCarriers, importCollections],
});
