import type { ImportField } from '../../../core/tokens/import-row.ts';

/** The columns of a file of collections. */
export const fields: readonly ImportField[] = [
  {
    name: 'location',
    required: true,
    type: 'code',
    also: ['location_code', 'warehouse'],
    summary: 'its code',
  },
  {
    name: 'carrier',
    required: true,
    type: 'code',
    also: ['carrier_code'],
    summary: 'the code of a carrier',
  },
  {
    name: 'service',
    required: false,
    type: 'code',
    also: ['service_code'],
    summary: 'the code of one of its services; empty: it takes every service',
  },
  {
    name: 'weekdays',
    required: true,
    type: 'text',
    also: ['days'],
    summary: 'such as Mon–Fri, or Mon, Wed, Sat, or every day',
  },
  {
    name: 'cut_off',
    required: true,
    type: 'text',
    also: ['cutoff', 'cut_off_time'],
    summary: 'until when a parcel must be ready, by the location’s clocks, such as 16:00',
  },
  {
    name: 'pick_up',
    required: false,
    type: 'text',
    also: ['pickup', 'pick_up_time'],
    summary: 'when the truck comes, not before the cut-off; empty: at the cut-off',
  },
  {
    name: 'late_margin',
    required: false,
    type: 'integer',
    also: ['late_margin_min'],
    summary: 'minutes that the truck may be late; none when empty',
  },
  { name: 'valid_from', required: false, type: 'date', summary: 'its first day; empty: from the beginning' },
  {
    name: 'valid_to',
    required: false,
    type: 'date',
    summary: 'its last day, which ends it; empty: until further notice',
  },
];
