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
export const tellShipmentsPermission = defineInternal({ key: 'shipments.tell', to: 'tell of shipments' });
