// The door of shipments: what other features and the adapters may use. Everything else is private.
export { tellShipments } from './keeping/tell-shipments.ts';
export { tellShipmentsPermission } from './permissions.ts';
export type { ShipmentStatement } from './telling/model.ts';
