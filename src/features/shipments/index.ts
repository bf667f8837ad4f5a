// The door of shipments: what other features and the adapters may use. Everything else is private.
export { fileOrigin } from './keeping/file-source.ts';
export { tellShipments } from './keeping/tell-shipments.ts';
export { getCodes, mapCode, meanings } from './mapping/map-code.ts';
export { listExport } from './parcels/model.ts';
export { lookAtParcels } from './parcels/selected.ts';
export {
  mapCodes,
  raiseManyPermission,
  tellManyPermission,
  tellShipmentsPermission,
} from './permissions.ts';
export { reasonNamed, statusNamed } from './status/named.ts';
export { longestReason, type ShipmentStatement } from './telling/model.ts';
export { raiseTogether, tellServiceTogether } from './together/raise.ts';
