import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { behindIssue } from '../../issues/index.ts';
import { sumsOf } from '../lanes/sums-store.ts';
import { isAmong } from '../parcels/clauses-store.ts';
import { parcelsLink } from '../parcels/model.ts';
import { readShipments } from '../permissions.ts';

/** What the parcels behind one issue come to; null: it is no longer here. */
export const sumsTogether = query({
  name: 'shipments.sums-together',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }) {
    const issue = await behindIssue(scope, 'shipment', { what: parcelsLink, code: id.slice(-8) });
    return issue && (await sumsOf(scope, isAmong(issue.ids)));
  },
});
