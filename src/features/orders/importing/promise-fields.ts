import type { ImportField } from '../../../core/tokens/import-row.ts';

/** The columns of a file of promise rules. */
export const promiseFields: readonly ImportField[] = [
  {
    name: 'channel',
    required: false,
    type: 'text',
    also: ['sales_channel'],
    summary: 'such as shopify; empty: orders of any channel',
  },
  {
    name: 'carrier',
    required: false,
    type: 'code',
    also: ['carrier_code'],
    summary: 'the code of the carrier whose service it is',
  },
  {
    name: 'service',
    required: false,
    type: 'code',
    also: ['service_code'],
    summary: 'the code of one of its services; empty: any service',
  },
  {
    name: 'country',
    required: false,
    type: 'code',
    also: ['country_code'],
    summary: 'where it goes, by its code, such as DE; empty: anywhere',
  },
  {
    name: 'handling_days',
    required: false,
    type: 'integer',
    summary: 'working days for handling; none when empty',
  },
  {
    name: 'transit_days',
    required: true,
    type: 'integer',
    also: ['days'],
    summary: 'working days from the day it leaves until it is there',
  },
  {
    name: 'valid_from',
    required: true,
    type: 'text',
    summary: 'the first day of payment for which it counts, such as 2026-12-24',
  },
  {
    name: 'valid_to',
    required: false,
    type: 'date',
    summary: 'its last day, which ends it; empty: until further notice',
  },
];
