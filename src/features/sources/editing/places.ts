import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { locations, missingLocation } from '../../locations/index.ts';
import { changeSources } from '../permissions.ts';
import { missingThere } from '../source/missing.ts';
import { mapPlace, mappedPlaces, unmapPlace } from '../source/place-store.ts';
import { lockSources } from '../source/store.ts';
import { demandSource } from './demand-source.ts';

/**
 * Says which location of ours a source means by its id; null: none any more. What waited for it goes on by itself, and
 * what names one that is not mapped waits.
 */
export const mapLocation = mutation({
  name: 'sources.map-location',
  permission: changeSources,
  input: z.object({ id: z.uuid(), external: z.string().min(1).max(100), location: z.string().nullable() }),
  first: lockSources,
  async run(ctx, { id, external, location }) {
    const source = await demandSource(ctx.tx, id);
    const mapped = await mappedPlaces(ctx.tx, id);
    const before = mapped.find(({ externalId }) => externalId === external)?.locationId ?? null;
    const after = location === null ? null : await demandPlace(ctx, location);
    if (after === null) await unmapPlace(ctx.tx, id, external);
    else await mapPlace(ctx.tx, id, { externalId: external, locationId: after });
    const subject = { kind: 'webhook source', id };
    const told = (at: string | null) => ({ external, location: at });
    return {
      result: { id },
      changes: before === after ? [] : [{ subject, before: told(before), after: told(after) }],
      // What is told by our own codes waits under the code.
      arrived: after === null ? [] : [missingThere('location', source, external), missingLocation(external)],
    };
  },
});

async function demandPlace({ tx }: MutationContext, location: string): Promise<string> {
  const key = codeKey(location);
  const ours = (await locations(tx)).find(({ code, active }) => active && codeKey(code) === key);
  if (ours) return ours.id;
  const sentence = `There is no location ${location} in use.`;
  throw new Refusal('invalid', sentence, { fields: { location: sentence } });
}
