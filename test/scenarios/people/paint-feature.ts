import { z } from 'zod';
import { answers } from '../../../src/core/declare/click.ts';
import { defineFeature } from '../../../src/core/declare/feature.ts';
import { defineForm, takes } from '../../../src/core/declare/form.ts';
import type { Context } from '../../../src/core/runtime/context.ts';
import { mutation } from '../../../src/core/runtime/operation.ts';
import { defineAction } from '../../../src/core/tokens/action.ts';
import { definePermission } from '../../../src/core/tokens/permission.ts';
import { asking, privately } from '../../../src/core/tokens/reply.ts';
import { actions, button, message, section } from '../../../src/ui/blocks.ts';
import { formView } from '../../../src/ui/form.ts';
import { textInput } from '../../../src/ui/inputs.ts';
import { mrkdwn } from '../../../src/ui/text.ts';

// A feature that the shop does not have: one change by every road, held up between the request and its effect.

const paintPermission = definePermission({ key: 'paint.paint', to: 'paint', atLeast: 'operator' });
const press = defineAction({ id: 'paint.press', version: 1, value: z.object({}) });
const ask = defineAction({ id: 'paint.ask', version: 1, value: z.object({}) });
const form = defineForm({
  id: 'paint.form',
  version: 1,
  permission: paintPermission,
  carries: z.object({}),
  fields: z.object({ colour: z.string('Say which colour.') }),
});

export function paint() {
  let painted = 0;
  let arrive = () => {};
  let go = () => {};
  let gate = Promise.resolve();

  const inner = mutation({
    name: 'paint.coat',
    permission: paintPermission,
    input: z.object({}),
    run: async () => {
      painted += 1;
      return { result: null, changes: [] };
    },
  });
  /** Anybody may begin it; what it does needs the right. */
  const outer = mutation({
    name: 'paint.all',
    permission: definePermission({ key: 'paint.begin', to: 'begin to paint', atLeast: 'viewer' }),
    input: z.object({}),
    async run(ctx) {
      await inner.call(ctx, {});
      return { result: null, changes: [] };
    },
  });
  async function painting(ctx: Context, operation = inner) {
    arrive();
    await gate;
    await operation.call(ctx, {});
    return privately(message(mrkdwn`Painted`, [section(mrkdwn`Painted`)]));
  }
  const buttons = message(mrkdwn`Brush`, [
    section(mrkdwn`Brush`),
    actions(button(press, {}, 'Paint'), button(ask, {}, 'Paint with a form')),
  ]);
  const verb = {
    command: 'ops',
    usage: '',
    summary: 'paint',
    examples: [],
    permission: paintPermission,
    takes: 'nothing',
  } as const;
  const view = formView(form, {
    title: 'Paint',
    submit: 'Paint',
    inputs: { colour: textInput({ label: 'Colour' }) },
  });
  const feature = defineFeature({
    name: 'paint',
    title: 'Paint',
    permissions: [paintPermission],
    operations: [inner, outer],
    verbs: [
      { ...verb, name: 'brush', answer: async () => privately(buttons) },
      { ...verb, name: 'paint', answer: async (ctx) => await painting(ctx) },
      { ...verb, name: 'paintall', answer: async (ctx) => await painting(ctx, outer) },
    ],
    clicks: [
      answers(press, async (ctx) => await painting(ctx)),
      answers(ask, async () => asking(form.open({}, view), buttons)),
    ],
    forms: [takes(form, async (ctx) => await painting(ctx))],
    shortcuts: [
      {
        id: 'paint.anywhere',
        title: 'Paint',
        summary: 'Paint something',
        on: 'anywhere',
        answer: async (ctx) => await painting(ctx),
      },
    ],
  });
  return {
    feature,
    painted: () => painted,
    /** Holds up what begins from now on. Returns when to go on, and a promise of the first that waits. */
    hold() {
      gate = new Promise((resolve) => {
        go = resolve;
      });
      const waits = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return { waits, release: () => go() };
    },
  };
}
