type Fields = Readonly<Record<string, unknown>>;

/** The topic of what says none, such as a report. */
export const noType = 'no notification type';

/**
 * A notification with all its fields beginning in lower case: Amazon writes some kinds as NotificationType and others as
 * notificationType. Null: it is no object.
 */
export function notificationOf(body: unknown): Fields | null {
  const read = inLowerCase(body);
  return isObject(read) ? read : null;
}

function inLowerCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLowerCase);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      inLowerCase(of),
    ]),
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a notification names what it is about: what names nothing is about its topic. */
const subjects: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ORDER_CHANGE: ['order', 'orderChangeNotification', 'amazonOrderId'],
  FBA_OUTBOUND_SHIPMENT_STATUS: ['order', 'fBAOutboundShipmentStatusNotification', 'amazonOrderId'],
  FULFILLMENT_ORDER_STATUS: [
    'fulfilment order',
    'fulfillmentOrderStatusNotification',
    'sellerFulfillmentOrderId',
  ],
  SHIPMENT_TRACKING_MILESTONE_CHANGED: [
    'shipment',
    'shipmentTrackingMilestoneChangedNotification',
    'trackingDetail',
    'identifier',
    'aftn',
  ],
};

/** The parts of what a notification is about; one that is no text is not there. */
export function amazonSubject(topic: string, body: unknown): readonly unknown[] {
  const [what, ...path] = Object.hasOwn(subjects, topic) ? (subjects[topic] ?? []) : [];
  if (what === undefined) return [topic];
  const payload = notificationOf(body)?.payload;
  return [what, path.reduce<unknown>((at, field) => (isObject(at) ? at[field] : undefined), payload)];
}
