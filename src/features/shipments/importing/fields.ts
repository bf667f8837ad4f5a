import type { ImportField } from '../../../core/tokens/import-row.ts';

const text = (name: string, summary: string, also: readonly string[] = []): ImportField => ({
  name,
  required: false,
  type: 'text',
  summary,
  also,
});
const instant = (name: string, summary: string, also: readonly string[] = []): ImportField => ({
  ...text(name, summary, also),
  type: 'instant',
});

/** A row for each scan of a parcel, or one without a scan; the parcel's own columns may repeat in each of its rows. */
export const shipmentFields: readonly ImportField[] = [
  {
    name: 'tracking',
    required: true,
    type: 'code',
    also: ['tracking_number', 'tracking_code', 'awb', 'parcel_number'],
    summary: 'the tracking number',
  },
  {
    name: 'order',
    required: false,
    type: 'code',
    also: ['orders', 'order_number', 'order_no'],
    summary:
      'the number of the order that it brings, or of several with commas between; linked when the order comes',
  },
  text('channel', 'where its orders were sold; needed where several channels use one number', [
    'sales_channel',
    'order_channel',
  ]),
  text('carrier', 'its code or name', ['carrier_code', 'courier']),
  text('service', 'what the carrier sells, by its code or name', ['service_code']),
  text('from_country', 'where it comes from, by its code or name', ['origin_country']),
  text('from_postcode', 'of which two characters are kept', ['origin_postcode']),
  text('to_country', 'where it goes', ['destination_country']),
  text('to_region', 'such as NY', ['destination_region']),
  text('to_postcode', 'of which two characters are kept', ['destination_postcode']),
  instant('promised', 'by when the carrier guarantees it; a midnight is a day', [
    'promised_at',
    'guaranteed',
  ]),
  instant('estimated', 'when it is expected; a midnight is a day', ['estimated_at', 'eta', 'expected_at']),
  {
    ...text(
      'status',
      'the code of what happened; one that nobody knows is kept, and /ops map says what it means',
      ['status_code', 'event_code', 'event'],
    ),
    type: 'code',
  },
  instant('at', 'when it happened', ['scanned_at', 'event_at', 'event_time', 'occurred_at']),
  text(
    'reason',
    'whose fault, such as carrier_delay or weather_delay; one that nobody knows is kept, and /ops map says what it means',
  ),
  text('city', 'where it happened', ['place']),
  text('region', 'the region of that place'),
  text('country', 'the country of that place'),
  text('text', 'in the carrier’s words', ['message', 'description']),
  {
    name: 'event_id',
    required: false,
    type: 'code',
    summary: 'the source’s own id of the scan; without it, scans are told apart by time, code and place',
  },
  instant('updated_at', 'when this was said; when empty, at its scan, else when the file was written'),
];
