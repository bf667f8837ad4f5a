import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const readShipments = definePermission({
  key: 'shipments.read',
  to: 'look up shipments',
  atLeast: 'viewer',
});
export const watchShipments = definePermission({
  key: 'shipments.watch',
  to: 'watch a shipment',
  atLeast: 'viewer',
});
export const updateShipments = definePermission({
  key: 'shipments.update',
  to: 'say where a shipment stands',
  atLeast: 'operator',
});
export const correctShipments = definePermission({
  key: 'shipments.correct',
  to: 'say that a shipment has not ended',
  atLeast: 'lead',
});
export const raiseManyPermission = definePermission({
  key: 'shipments.raise-many',
  to: 'raise one issue for many shipments',
  atLeast: 'operator',
});
export const tellManyPermission = definePermission({
  key: 'shipments.tell-many',
  to: 'ask customer service to tell the customers of many shipments',
  atLeast: 'lead',
});
export const seeCodes = definePermission({
  key: 'shipments.codes',
  to: 'see which codes of carriers nobody knows',
  atLeast: 'lead',
});
export const mapCodes = definePermission({
  key: 'shipments.map',
  to: 'say what a code of a carrier means',
  atLeast: 'manager',
});
export const importShipmentsPermission = definePermission({
  key: 'shipments.import',
  to: 'import shipments',
  atLeast: 'admin',
});
export const declareDisruptions = definePermission({
  key: 'shipments.disrupt',
  to: 'declare a strike or a storm over lanes',
  atLeast: 'lead',
});
export const watchLanesPermission = defineInternal({
  key: 'shipments.lanes',
  to: 'look for trouble on lanes',
});
export const tellShipmentsPermission = defineInternal({ key: 'shipments.tell', to: 'tell of shipments' });
export const refoldShipmentsPermission = defineInternal({
  key: 'shipments.refold',
  to: 'fold stored shipments again',
});
