/**
 * Where a shipment stands, one list for all carriers. Of two events of one moment the one that stands later here counts as
 * the later one.
 */
export const statuses = [
  'unknown',
  'pending',
  'picked_up',
  'in_transit',
  'on_hold',
  'delayed',
  'out_for_delivery',
  'ready_for_pickup',
  'delivery_failed',
  'return_to_sender',
  'delivered',
  'cancelled',
] as const;
export type Status = (typeof statuses)[number];

export const faults = ['carrier', 'retailer', 'consignee', 'customs', 'weather', 'none'] as const;
export type Fault = (typeof faults)[number];

/** Why something went wrong. Its first word is the party at fault; `none` says that nobody told whose fault it is. */
export const reasons = [
  'carrier_delay',
  'carrier_lost',
  'carrier_damaged',
  'carrier_missorted',
  'carrier_vehicle',
  'carrier_strike',
  'retailer_label',
  'retailer_not_ready',
  'retailer_cancelled',
  'consignee_absent',
  'consignee_refused',
  'consignee_address',
  'consignee_access',
  'consignee_not_collected',
  'customs_held',
  'customs_papers',
  'customs_duties',
  'weather_delay',
  'none_told',
] as const;
export type Reason = (typeof reasons)[number];

/** How a reason that nobody here knows is written among codes: "reason R07". */
const reasonPrefix = 'reason ';

export function reasonAsCode(said: string): string {
  return `${reasonPrefix}${said}`;
}

/** The reason that such a code is; null: it is the code of a status. */
export function reasonInCode(code: string): string | null {
  return code.startsWith(reasonPrefix) ? code.slice(reasonPrefix.length) : null;
}

export function faultOf(reason: Reason): Fault {
  return reason.slice(0, reason.indexOf('_')) as Fault;
}
