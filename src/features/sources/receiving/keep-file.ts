import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { putDelivery } from '../deliveries/store.ts';
import { importDeliveriesPermission } from '../permissions.ts';
import { kindNames, type Source } from '../source/model.ts';
import { addSource, listSources, lockSources } from '../source/store.ts';
import { aboutDelivery } from './about.ts';

/** Kinds of systems whose deliveries come in files. */
export const filedKinds = ['amazon'] as const;

const pathBytes = 16;
const said = { topic: null, deliveryId: null, triggeredAt: null };

/**
 * Keeps deliveries of a file as if their source had sent them, with the work of handling each; its source is added with
 * the first. `bodies`: JSON, one delivery each. The same again is known and changes nothing.
 */
export const keepFile = mutation({
  name: 'sources.keep-file',
  permission: importDeliveriesPermission,
  input: z.object({ kind: z.enum(filedKinds), bodies: z.array(z.string()).max(500) }),
  timeout: 60_000,
  first: lockSources,
  async run(ctx, { kind, bodies }) {
    const before = (await listSources(ctx.tx)).find((one) => one.kind === kind);
    const source = before ?? (await addFiled(ctx, kind));
    let kept = 0;
    for (const body of bodies) {
      const about = aboutDelivery(source, said, exactJson(body));
      if (!about) throw new Error('A delivery of a file has no topic.');
      const bytes = Buffer.from(body);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { deliveryId, ...rest } = about;
      const deliveryKey = deliveryId === null ? sha256 : `${deliveryId} ${sha256}`;
      const { id: sourceId, secretId } = source;
      const one = { ...rest, sourceId, secretId, deliveryKey, body: bytes, sha256, triggeredAt: null };
      if ((await putDelivery(ctx.tx, { ...one, id: ctx.ids.uuid(ctx.now) }, ctx.now)) === 'kept') kept += 1;
    }
    const subject = { kind: 'webhook source', id: source.id };
    const added = before ? [] : [{ subject, before: null, after: { name: source.name, kind } }];
    const arrived = kept > 0 ? [{ subject, before: null, after: { deliveries: kept } }] : [];
    return {
      result: { source: source.name, kept, known: bodies.length - kept },
      changes: [...added, ...arrived],
    };
  },
});

/** A source that nobody can send to: its address is told to nobody, and it has no secret. */
async function addFiled(ctx: MutationContext, kind: (typeof filedKinds)[number]): Promise<Source> {
  const source = {
    id: ctx.ids.uuid(ctx.now),
    name: kindNames[kind],
    kind,
    path: Buffer.from(ctx.ids.bytes(pathBytes)).toString('base64url'),
    secretId: ctx.ids.uuid(ctx.now),
    previousSecretId: null,
    previousUntil: null,
    channel: kind,
    settings: { currency: ctx.workspace.currency, paths: {} },
    state: 'on' as const,
    createdAt: ctx.now,
  };
  return await addSource(ctx.tx, source, ctx.actor.kind === 'person' ? ctx.actor.id : null);
}
