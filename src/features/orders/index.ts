// The door of orders: what other features and the adapters may use. Everything else is private.

export { showOrder } from './card/actions.ts';
export { orderMissing } from './keeping/address.ts';
export { parcelsTold } from './keeping/parcels-told.ts';
export { ourRef } from './keeping/settings.ts';
export { tellOrders } from './keeping/tell-orders.ts';
export { findOrders } from './order/look-up.ts';
export { ordersByNumber, ordersByTracking, trackingOfOrders } from './order/tracked.ts';
export { goodsNote, goodsWords } from './order/worth-words.ts';
export { tellOrdersPermission } from './permissions.ts';
export { tellScans } from './scanning/tell-scans.ts';
export type { OrderStatement } from './telling/model.ts';
export { ordersWaitingFor } from './waiting/waiting.ts';
