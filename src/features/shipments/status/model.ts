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

const reasonPrefix = 'reason ';
const statusPrefix = 'status ';
const isMarked = (code: string) => code.startsWith(reasonPrefix) || code.startsWith(statusPrefix);

/** How the code of a status is written among codes: one that would be taken for a reason says what it is, "status reason 7". */
export function statusAsCode(said: string): string {
  return isMarked(said) ? `${statusPrefix}${said}` : said;
}

/** The code of a status as its source writes it. */
export function statusInCode(code: string): string {
  const said = code.startsWith(statusPrefix) ? code.slice(statusPrefix.length) : code;
  return isMarked(said) ? said : code;
}

/** How a reason that nobody here knows is written among codes: "reason R07". */
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
