import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { hostile, late, moving, on, reading } from '../card/sample-shipments.ts';
import { liftFormView, noForm, updateFormView } from './form-views.ts';
import { nextHappenings } from './rules.ts';
import { customerMessage, lifted, serviceAsked, updated } from './views.ts';

const issue = { id: '01961b1c-0000-7000-8000-000000000017', number: 17 };
const asked = { id: moving.id, issue, by: 'Lena', at: on('2026-03-04T13:00:00Z') };
const arrived = {
  ...late,
  status: 'delivered' as const,
  deliveredAt: on('2026-03-04T13:00:00Z'),
  endedAt: on('2026-03-04T13:00:00Z'),
};
const huge = {
  ...late,
  tracking: hostile.slice(0, 100),
  carrier: hostile.slice(0, 100),
  place: { city: hostile.slice(0, 100), region: null, country: 'DE' },
  orders: moving.orders.map((one) => ({ ...one, number: hostile.slice(0, 100) })),
};
const said = { id: moving.id, estimate: null };

const lost = {
  ...late,
  status: 'delivery_failed' as const,
  reason: 'carrier_lost' as const,
  fault: 'carrier' as const,
  estimates: [],
  etaUntil: null,
};

export const actSamples: Samples = {
  'updated by one of us': () => updated(late, { ...said, happened: 'delayed' }, reading),
  'expected on a day, says one of us': () =>
    updated(moving, { ...said, happened: null, estimate: '2026-03-06' }, reading),
  'a lead took its end back': () => lifted(moving, reading),
  'for the customer': () => customerMessage(late, reading),
  'for the customer: it arrived late': () => customerMessage(arrived, reading),
  'for the customer: it is back': () =>
    customerMessage({ ...late, returnedAt: reading.now, endedAt: reading.now }, reading),
  'for the customer: it is lost': () => customerMessage(lost, reading),
  'for the customer, of hostile text': () => customerMessage(huge, reading),
  'customer service is asked': () => serviceAsked({ ...asked, isNew: true }, moving, reading),
  'customer service was asked before': () => serviceAsked({ ...asked, isNew: false }, huge, reading),
  'no form for a shipment here': () => noForm(),
};

export const actFormSamples: FormSamples = {
  'update a shipment': () => updateFormView({ shipment: late, next: nextHappenings(late) }, reading),
  'update one that turned back': () => {
    const shipment = { ...huge, status: 'return_to_sender' as const };
    return updateFormView({ shipment, next: nextHappenings(shipment) }, reading);
  },
  'it has not ended': () => liftFormView(arrived, reading),
};
