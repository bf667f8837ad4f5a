import { defineFeature } from '../../core/declare/feature.ts';
import { tellShipments } from './keeping/tell-shipments.ts';
import { tellShipmentsPermission } from './permissions.ts';
import { statusTable } from './status/rules.ts';

/** Parcels on their way, and how far each has come. */
export const shipments = defineFeature({
  name: 'shipments',
  title: 'Shipments',
  permissions: [tellShipmentsPermission],
  operations: [tellShipments],
  states: [statusTable],
});
