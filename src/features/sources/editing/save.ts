import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { Secret } from '../../../core/runtime/secret.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { lagSubjectsOf } from '../counting/lag-store.ts';
import { lagFacts } from '../facts-model.ts';
import { changeSources } from '../permissions.ts';
import { heardKinds, kindNames, type Source, secretPurpose } from '../source/model.ts';
import { howToListen, nobodyListens } from '../source/refusals.ts';
import { addSource, listSources, lockSources, updateSource } from '../source/store.ts';
import { demandSource } from './demand-source.ts';
import { overlapMs } from './draft-model.ts';

// The forms' own shapes have read and checked what is given here.
const settings = {
  name: z.string().min(1),
  channel: z.string().nullable(),
  currency: z.string().nullable(),
  paths: z.record(z.string(), z.string()).nullable(),
};
const pathBytes = 16;

/** A new source. Its path is shown to whoever makes it, and to nobody afterwards. */
export const makeSource = mutation({
  name: 'sources.add',
  permission: changeSources,
  input: z.object({ ...settings, kind: z.enum(heardKinds), secret: z.string().min(8) }),
  first: lockSources,
  async run(ctx, { kind, secret, ...draft }) {
    if (ctx.engine.webhooks.listening() === 'no')
      throw new Refusal('unavailable', nobodyListens, { next: howToListen });
    await demandName(ctx, draft.name, null);
    const source = await addSource(
      ctx.tx,
      {
        id: ctx.ids.uuid(ctx.now),
        name: draft.name,
        kind,
        path: Buffer.from(ctx.ids.bytes(pathBytes)).toString('base64url'),
        secretId: await keepSecret(ctx, secret),
        previousSecretId: null,
        previousUntil: null,
        channel: draft.channel ?? kind,
        settings: { currency: draft.currency ?? ctx.workspace.currency, paths: draft.paths ?? {} },
        state: 'on',
        createdAt: ctx.now,
      },
      ctx.actor.kind === 'person' ? ctx.actor.id : null,
    );
    return { result: source, changes: [{ ...subjectOf(source), before: null, after: told(source) }] };
  },
});

export const changeSource = mutation({
  name: 'sources.change',
  permission: changeSources,
  input: z.object({ ...settings, id: z.uuid() }),
  first: lockSources,
  async run(ctx, { id, name, channel, currency, paths }) {
    const before = await demandSource(ctx.tx, id);
    await demandName(ctx, name, id);
    const after = {
      name,
      channel: channel ?? before.kind,
      settings: { currency: currency ?? ctx.workspace.currency, paths: paths ?? {} },
    };
    await updateSource(ctx.tx, before, { ...after, state: before.state });
    return {
      result: { id },
      // Figures are split by what it is called.
      facts: name === before.name ? [] : lagFacts.changed(await lagSubjectsOf(ctx.tx, id)),
      changes: [{ ...subjectOf(before), before: told(before), after: told({ ...before, ...after }) }],
    };
  },
});

/** A second secret: what the first one signs is taken until the overlap ends. */
export const replaceSecret = mutation({
  name: 'sources.replace-secret',
  permission: changeSources,
  input: z.object({
    id: z.uuid(),
    secret: z.string().min(8),
    overlap: z.enum(['none', 'hour', 'day', 'week']),
  }),
  first: lockSources,
  async run(ctx, { id, secret, overlap }) {
    const source = await demandSource(ctx.tx, id);
    const stays = overlapMs[overlap] > 0;
    const until = stays ? new Date(ctx.now.getTime() + overlapMs[overlap]) : null;
    const gone = [source.previousSecretId, stays ? null : source.secretId].flatMap((one) => one ?? []);
    await updateSource(ctx.tx, source, {
      state: source.state,
      secretId: await keepSecret(ctx, secret),
      previousSecretId: stays ? source.secretId : null,
      previousUntil: until,
    });
    for (const one of gone)
      await ctx.engine.database.secrets.forget(ctx.tx, { id: one, purpose: secretPurpose });
    const change = { before: {}, after: { secret: 'replaced', previousUntil: until?.toISOString() ?? null } };
    return { result: { id }, changes: [{ ...subjectOf(source), ...change }] };
  },
});

/** For good: what it sends from now on is refused. What it told stays. */
export const removeSource = mutation({
  name: 'sources.remove',
  permission: changeSources,
  input: z.object({ id: z.uuid() }),
  first: lockSources,
  async run(ctx, { id }) {
    const source = await demandSource(ctx.tx, id);
    await updateSource(ctx.tx, source, { state: 'removed' });
    for (const one of [source.secretId, source.previousSecretId])
      if (one) await ctx.engine.database.secrets.forget(ctx.tx, { id: one, purpose: secretPurpose });
    const change = { before: { state: source.state }, after: { state: 'removed' } };
    return { result: { name: source.name }, changes: [{ ...subjectOf(source), ...change }] };
  },
});

async function keepSecret(ctx: MutationContext, text: string): Promise<string> {
  const id = ctx.ids.uuid(ctx.now);
  const key = { id, purpose: secretPurpose };
  await ctx.engine.database.secrets.keep(ctx.tx, key, new Secret(text), ctx.now);
  return id;
}

async function demandName({ tx }: MutationContext, name: string, own: string | null): Promise<void> {
  const taken = (await listSources(tx)).find((one) => one.id !== own && codeKey(one.name) === codeKey(name));
  if (!taken) return;
  const sentence = `${kindNames[taken.kind]} ${taken.name} is called so already.`;
  throw new Refusal('invalid', sentence, { fields: { name: sentence } });
}

function subjectOf({ id }: Pick<Source, 'id'>) {
  return { subject: { kind: 'webhook source', id } };
}

/** For the audit log: never its path, nor its secret. */
function told({ name, kind, channel, settings: { currency, paths }, state }: Source) {
  return { name, kind, channel, currency, paths, state };
}
