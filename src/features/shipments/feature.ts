import { defineFeature } from '../../core/declare/feature.ts';
import { statusTable } from './status/rules.ts';

/** Parcels on their way, and how far each has come. */
export const shipments = defineFeature({
  name: 'shipments',
  title: 'Shipments',
  permissions: [],
  operations: [],
  states: [statusTable],
});
