import { defineFacts } from '../../core/tokens/fact.ts';

/** Subjects are series of shipments: a number that is used again, and one that replaces another, belong to one. */
export const shipmentFacts = defineFacts({ id: 'shipment', tables: { shipment: 'series_id' } });
