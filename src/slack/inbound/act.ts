import { z } from 'zod';
import type { Delivery } from '../../core/runtime/delivery.ts';
import type { JsonObject } from '../../core/tokens/json.ts';
import { resolveActor } from '../app/actor.ts';
import { withoutPrefix } from '../app/prefix.ts';
import { originOf, type Parts } from '../app/services.ts';
import { type FormOutcome, type Outcome, runClick, runCommand, runForm, runShortcut } from './dispatch.ts';
import { stateShape, valuesOf } from './form-values.ts';
import { quotedFrom } from './quote.ts';

const who = { user: z.string(), channel: z.string().nullable() };

/** What somebody did in Slack: all that another process needs to do it in this one's place. */
export const actShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...who, name: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('click'),
    ...who,
    id: z.string(),
    value: z.string(),
    /** Nobody else sees what was pressed, and it is gone with the next reload. */
    onlyForOne: z.boolean(),
    atHome: z.boolean(),
  }),
  z.object({
    kind: z.literal('form'),
    ...who,
    id: z.string(),
    carried: z.string(),
    state: stateShape,
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

/** Where acts of a kind are written down. */
export const sourceOf = (kind: Act['kind']) => `slack-${kind}`;
export const actSources = (['command', 'click', 'form', 'shortcut'] as const).map(sourceOf);

/** An act is made of text, flags and what Slack sent as JSON. */
export const bodyOf = (act: Act) => act as unknown as JsonObject;

/** What it was, as whoever did it would call it. */
export function nameOf(act: Act, prefix: string): string {
  if (act.kind === 'command') return `/${prefix}${act.name} ${act.text}`.trim().slice(0, 100);
  return { click: 'the button you pressed', form: 'the form you sent', shortcut: 'the entry you picked' }[
    act.kind
  ];
}

/** Does it. Never throws: whatever goes wrong is part of the outcome. */
export async function perform(parts: Parts, act: ActOf<'form'>, delivery: Delivery): Promise<FormOutcome>;
export async function perform(
  parts: Parts,
  act: Exclude<Act, { kind: 'form' }>,
  delivery: Delivery,
): Promise<Outcome>;
export async function perform(parts: Parts, act: Act, delivery: Delivery): Promise<Outcome | FormOutcome>;
export async function perform(parts: Parts, act: Act, delivery: Delivery): Promise<Outcome | FormOutcome> {
  const { ground, directory } = parts;
  const origin = originOf(parts, delivery, act.channel ?? undefined);
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
