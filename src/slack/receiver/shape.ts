import { z } from 'zod';
import { cleanAll } from '../../core/text/clean.ts';
import { depthOf } from '../../core/text/json-depth.ts';
import { userShape } from '../app/actor.ts';
import { stateShape } from '../inbound/form-values.ts';

// The parts of Slack's payloads that we read. Parts not named here are dropped. Lengths are Slack's limits.

const id = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const text = z.string();
const url = z.string().max(2_000);
const named = z.string().max(255);
/** A person or a place. */
const ref = z.string().regex(/^[\x21-\x7e]{1,64}$/);
const user = z.object({ id: ref });
/** Bolt would read the id of a null channel. */
const channel = z
  .object({ id: ref })
  .nullish()
  .transform((given) => given ?? undefined);
const piece = z.looseObject({ type: z.string(), block_id: named.optional() });

const view = z.object({
  id,
  hash: named,
  type: z.enum(['modal', 'home']),
  callback_id: named,
  private_metadata: z.string().max(3_000),
  state: z.object({ values: stateShape }).default({ values: {} }),
  blocks: z.array(piece).max(100),
  title: piece.nullish(),
  submit: piece.nullish(),
  close: piece.nullish(),
});

const command = z.object({
  command: z.string().regex(/^\/\S{1,64}$/),
  text,
  user_id: ref,
  channel_id: ref,
  trigger_id: id,
  response_url: url,
});

const click = z.object({
  type: z.literal('block_actions'),
  user,
  channel,
  trigger_id: id,
  response_url: url.optional(),
  container: z.object({ type: z.string(), is_ephemeral: z.boolean().optional() }),
  message: z.object({ ts: id, blocks: z.array(piece).max(100).optional() }).nullish(),
  view: view.nullish(),
  actions: z
    .array(
      z.object({
        type: z.string(),
        action_id: named,
        value: z.string().max(3_000).nullish(),
        selected_option: z.object({ value: z.string().max(2_000) }).nullish(),
      }),
    )
    .min(1)
    .max(100),
});

const submission = z.object({ type: z.literal('view_submission'), user, view });

const search = z.object({
  type: z.literal('block_suggestion'),
  user,
  action_id: named,
  value: z.string().max(3_000),
  view: view.nullish(),
});

const shortcut = z.object({ type: z.literal('shortcut'), user, callback_id: named, trigger_id: id });

const messageShortcut = z.object({
  type: z.literal('message_action'),
  user,
  callback_id: named,
  trigger_id: id,
  channel: z.object({ id: ref }),
  message: z.object({ ts: id, text: text.optional(), user: ref.optional() }),
});

const said = { channel: ref, ts: id, event_ts: id.optional(), thread_ts: id.optional() };
const placed = { channel: ref, event_ts: id.optional() };

const happened = z.discriminatedUnion('type', [
  z.object({
    ...said,
    type: z.literal('app_mention'),
    text,
    user: ref.optional(),
    bot_id: id.nullish(),
  }),
  z.object({
    ...said,
    type: z.literal('message'),
    channel_type: named.optional(),
    subtype: named.optional(),
    text: text.optional(),
    user: ref.optional(),
    bot_id: id.nullish(),
  }),
  z.object({ ...placed, type: z.literal('app_home_opened'), user: ref, tab: named }),
  z.object({ ...placed, type: z.literal('member_joined_channel'), user: ref }),
  z.object({ ...placed, type: z.literal('channel_unarchive') }),
  z.object({ ...placed, type: z.literal('group_unarchive') }),
  z.object({ type: z.literal('app_uninstalled'), event_ts: id.optional() }),
  z.object({
    type: z.literal('tokens_revoked'),
    event_ts: id.optional(),
    tokens: z.object({ bot: z.array(ref).max(1_000).nullish() }),
  }),
  z.object({
    type: z.literal('user_change'),
    event_ts: id.optional(),
    user: userShape,
  }),
]);
const heard: readonly string[] = happened.options.map(({ shape }) => shape.type.value);

const event = z.object({
  type: z.literal('event_callback'),
  team_id: id.optional(),
  event_id: id.optional(),
  event: happened,
});

const challenge = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });

/** Shapes by the payload's type. */
const shapes: Readonly<Record<string, z.ZodType<Record<string, unknown>>>> = {
  block_actions: click,
  view_submission: submission,
  block_suggestion: search,
  shortcut,
  message_action: messageShortcut,
  event_callback: event,
  url_verification: challenge,
};

export type Reading =
  /** `body` holds the named parts only, every text of it cleaned. */
  | { readonly is: 'ours'; readonly body: Readonly<Record<string, unknown>> }
  /** A type that we do not act on. */
  | { readonly is: 'not for us' }
  /** `why` names the faulty part without its content. */
  | { readonly is: 'malformed'; readonly why: string };

/** More than twice the depth of Slack's deepest blocks. */
const mostDepth = 64;

/** Reads the payload of a delivery. Accepts any value. */
export function readPayload(sent: unknown): Reading {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return malformed('not an object');
  if (depthOf(sent, mostDepth) > mostDepth) return malformed('nested too deep');
  const { type, command: name, event: inner } = sent as Record<string, unknown>;
  if (name !== undefined) return readAs(command, sent);
  if (typeof type !== 'string') return malformed('without a type');
  if (type === 'event_callback' && !isHeard(inner)) return { is: 'not for us' };
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  return shape ? readAs(shape, sent) : { is: 'not for us' };
}

function readAs(shape: z.ZodType<Record<string, unknown>>, sent: unknown): Reading {
  const { success, data, error } = shape.safeParse(sent);
  if (success) return { is: 'ours', body: cleanAll(data) };
  const [issue] = error.issues;
  return malformed(`${issue?.path.map(String).join('.').slice(0, 100)}: ${issue?.code}`);
}

/** False: an event type that we do not act on. */
function isHeard(inner: unknown): boolean {
  const type = (inner as { readonly type?: unknown } | null | undefined)?.type;
  return typeof type !== 'string' || heard.includes(type);
}

function malformed(why: string): Reading {
  return { is: 'malformed', why };
}
