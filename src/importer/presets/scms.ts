import type { Preset } from './preset.ts';

const sent = 'PO Sent to Vendor Date';

/** https://data.usaid.gov: Supply Chain Shipment Pricing, a row for each line of a purchase order. */
export const scms: Preset = {
  name: 'scms',
  summary: 'purchases: SCMS Delivery History, purchase-order lines of a supply programme',
  map: {
    po: 'PO / SO #',
    line: 'ID',
    notice: 'ASN/DN #',
    supplier: 'Vendor',
    mode: 'Shipment Mode',
    country: 'Country',
    title: 'Item Description',
    ordered: 'Line Item Quantity',
    promised_on: 'Scheduled Delivery Date',
    delivered_on: 'Delivered to Client Date',
    recorded_on: 'Delivery Recorded Date',
    value: 'Line Item Value',
  },
  // "Date Not Captured" and "N/A - From RDC" stand in place of some days.
  tell: {
    sent_on: { column: sent, matches: /\d/, yes: { from: sent }, no: '' },
    sent_said: { column: sent, matches: /^\D+$/, yes: { from: sent }, no: '' },
  },
  set: { currency: 'USD' },
  dates: 'mdy',
  decimal: 'point',
};
