import { z } from 'zod';
import { forms } from '../../core/declare/form.ts';
import type { Delivery } from '../../core/runtime/delivery.ts';
import { cut } from '../../core/text/clean.ts';
import type { JsonObject } from '../../core/tokens/json.ts';
import { resolveActor } from '../app/actor.ts';
import { withoutPrefix } from '../app/prefix.ts';
import { originOf, type Parts } from '../app/services.ts';
import type { Turn } from '../app/turns.ts';
import { type FormOutcome, type Outcome, runClick, runCommand, runForm, runShortcut } from './dispatch.ts';
import { stateShape, valuesOf } from './form-values.ts';
import { quotedFrom } from './quote.ts';

const who = { user: z.string(), channel: z.string().nullable() };

/** What a member did in Slack: everything another process needs to handle it instead. */
export const actShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...who, name: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('click'),
    ...who,
    id: z.string(),
    value: z.string(),
    /** The pressed message is ephemeral: one reader, gone with the next reload. */
    onlyForOne: z.boolean(),
    atHome: z.boolean(),
    /** The message of the outbox that holds the button. */
    pressed: z.object({ id: z.string(), ts: z.string() }).nullable().default(null),
  }),
  z.object({
    kind: z.literal('form'),
    ...who,
    id: z.string(),
    carried: z.string(),
    state: stateShape,
    /** The state instead, where a form asks for a secret. */
    sealed: z.string().optional(),
  }),
  z.object({
    kind: z.literal('shortcut'),
    ...who,
    id: z.string(),
    message: z.object({ ts: z.string(), text: z.string(), user: z.string() }).nullable(),
  }),
]);
export type Act = z.output<typeof actShape>;
export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** The source of a kind's rows in the database. */
export const sourceOf = (kind: Act['kind']) => `slack-${kind}`;
export const actSources = (['command', 'click', 'form', 'shortcut'] as const).map(sourceOf);

/** The act as it is written down: text, flags and JSON from Slack. What is entered into a form with a secret is sealed. */
export function bodyOf(act: Act, { ground, seal }: Pick<Parts, 'ground' | 'seal'>): JsonObject {
  const isSecret =
    act.kind === 'form' &&
    ground.engine.contributions.of(forms).some(({ id, secret }) => secret && id === act.id);
  const body = isSecret ? { ...act, state: {}, sealed: seal.close(JSON.stringify(act.state)) } : act;
  return body as unknown as JsonObject;
}

/** The act that was written down. Throws for what is none, or was sealed with another token. */
export function actOf(body: unknown, { seal }: Pick<Parts, 'seal'>): Act {
  const act = actShape.parse(body);
  if (act.kind !== 'form' || act.sealed === undefined) return act;
  const { sealed, ...rest } = act;
  const state = seal.open(sealed);
  if (state === null) throw new Error('What was entered was sealed with another token.');
  return { ...rest, state: stateShape.parse(JSON.parse(state)) };
}

/** The act in its member's words. */
export function nameOf(act: Act, prefix: string): string {
  if (act.kind === 'command') return cut(`/${prefix}${act.name} ${act.text}`.trim(), 100);
  return { click: 'the button you pressed', form: 'the form you sent', shortcut: 'the entry you picked' }[
    act.kind
  ];
}

/** Handles the act when its member's turn comes. Never throws: the outcome includes failures. */
export async function perform(parts: Parts, act: ActOf<'form'>, delivery: Delivery): Promise<FormOutcome>;
export async function perform(
  parts: Parts,
  act: Exclude<Act, { kind: 'form' }>,
  delivery: Delivery,
): Promise<Outcome>;
export async function perform(parts: Parts, act: Act, delivery: Delivery): Promise<Outcome | FormOutcome> {
  return await performIn(parts, act, delivery, parts.turns.of(act.user));
}

/** The same for what was accepted before: its turn has been. */
export async function performAccepted(
  parts: Parts,
  act: Act,
  delivery: Delivery,
): Promise<Outcome | FormOutcome> {
  return await performIn(parts, act, delivery, null);
}

async function performIn(
  parts: Parts,
  act: Act,
  delivery: Delivery,
  turn: Turn | null,
): Promise<Outcome | FormOutcome> {
  const { ground, directory } = parts;
  const origin = originOf(parts, delivery, act.channel ?? undefined, turn);
  const asking = () => resolveActor(ground, origin, act.user, directory);
  switch (act.kind) {
    case 'command': {
      const name = withoutPrefix(act.name, ground.commandPrefix);
      return await runCommand(ground, origin, asking, name, act.text);
    }
    case 'click':
      return await runClick(ground, origin, asking, act.id, act.value);
    case 'form':
      return await runForm(ground, origin, asking, act.id, act.carried, valuesOf(act.state));
    case 'shortcut':
      return await runShortcut(ground, origin, asking, act.id, await quotedFrom(parts, act));
  }
}
