// The door of shipments: what other features and the adapters may use. Everything else is private.
export { askedBefore } from './acting/asked-words.ts';
export { tellService } from './acting/tell-service.ts';
export { fileOrigin } from './keeping/file-source.ts';
export { tellShipments } from './keeping/tell-shipments.ts';
export { getCodes, mapCode, meanings } from './mapping/map-code.ts';
export { listExport } from './parcels/model.ts';
export { lookAtParcel } from './parcels/selected.ts';
export { mapCodes, tellManyPermission, tellShipmentsPermission } from './permissions.ts';
export { reasonNamed, statusNamed } from './status/named.ts';
export { longestReason, type ShipmentStatement } from './telling/model.ts';
