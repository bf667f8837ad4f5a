import { z } from 'zod';
import type { PersonActor } from '../../src/core/runtime/actor.ts';
import type { MutationContext } from '../../src/core/runtime/context.ts';
import { mutation } from '../../src/core/runtime/operation.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { wallAt } from '../../src/core/time/wall-clock.ts';
import { defineInternal } from '../../src/core/tokens/permission.ts';
import { requestFreeForm } from '../../src/features/approvals/index.ts';
import { createDigest, getReady } from '../../src/features/digests/index.ts';
import { beginSilence } from '../../src/features/feeds/index.ts';
import { raiseIssue, takeIssue } from '../../src/features/issues/index.ts';
import { locations } from '../../src/features/locations/index.ts';
import { actOnOrder } from '../../src/features/orders/acting/act.ts';
import { findOrders } from '../../src/features/orders/order/look-up.ts';
import { chooseChannels, colleagues } from '../../src/features/people/index.ts';
import { adjust, skusByCode, watchSku } from '../../src/features/stock/index.ts';
import { hearMorning, silentFeed } from './feeds.ts';
import { slackUsers } from './people.ts';
import { isFirst } from './sql.ts';
import { numbers } from './week/numbers.ts';

const minuteMs = 60_000;

/** The sample's channels. */
const channels = { daily: 'C0OPSDAILY', alerts: 'C0OPSALERT', approvals: 'C0APPROVE1' } as const;

type Who = keyof typeof slackUsers;

/** Whoever acts in the sample, how many minutes ago and where. */
type Moment = readonly [who: Who, ago: number, channel: string | null];

/** Oldest first, as the numbers count. `taken`: by whom, and minutes ago. */
const issues = [
  {
    moment: ['lena', 175, channels.daily],
    wish: { title: 'Shelf C-14 lost its label holder', severity: 'low', kind: 'warehouse' },
    taken: null,
  },
  {
    moment: ['vic', 140, channels.daily],
    wish: { title: 'Three customers ask how to wash the wool throw', severity: 'normal', kind: 'customer' },
    taken: null,
  },
  {
    moment: ['omar', 95, channels.daily],
    wish: {
      title: 'Kiln & Clay moves Thursday’s mugs to Monday',
      severity: 'normal',
      kind: 'supplier',
      details: 'The glaze oven is down. They offer to send half of it by air, at their cost.',
    },
    taken: ['omar', 90],
  },
  {
    moment: ['ada', 70, channels.daily],
    // The bot itself has found that the 3PL is silent.
    wish: null,
    taken: ['ada', 65],
  },
  {
    moment: ['maya', 32, channels.alerts],
    wish: {
      title: 'DHL pickup missed, 140 parcels on the dock',
      severity: 'critical',
      kind: 'shipment',
      details: 'The driver was due at the dock half an hour before. The depot does not answer the phone.',
    },
    taken: ['omar', 21],
  },
  {
    moment: ['lena', 11, channels.alerts],
    wish: { title: 'Label printer 2 prints blank labels', severity: 'high', kind: 'warehouse' },
    taken: null,
  },
] as const satisfies readonly {
  readonly moment: Moment;
  readonly wish: object | null;
  readonly taken: readonly [Who, number] | null;
}[];

/**
 * A morning in the sample shop: issues, requests that wait and a watch, as its people would have made them. Nothing
 * has been said yet: the cards are posted now. False: it was laid out before, and nothing changed.
 */
export const layOutMorning = mutation({
  name: 'seed.morning',
  permission: defineInternal({ key: 'seed.morning', to: 'lay out the sample morning' }),
  input: z.object({}),
  async run(ctx) {
    const at = await actingAs(ctx);
    if (!at || !(await isFirst(ctx.tx, 'seed of the morning'))) return { result: false, changes: [] };
    await chooseChannels.call(at(['ada', 180, null]), channels);
    await hearMorning(ctx.tx, ctx.now);
    for (const { moment, wish, taken } of issues) {
      const id = wish ? await raised(at(moment), wish) : await silenceFound(at(moment));
      if (taken && id) await takeIssue.call(at([taken[0], taken[1], moment[2]]), { id });
    }
    await watchSku.call(at(['lena', 55, channels.daily]), { code: 'CANDLE-01', where: 'here' });
    await adjust.call(at(['maya', 38, channels.daily]), {
      ...(await stockOf(ctx, 'BOWL-01', 'HAM')),
      quantity: -12,
      cause: 'damaged',
      note: 'The top layer of the pallet was crushed under the teapots.',
    });
    await requestFreeForm.call(at(['lena', 26, channels.daily]), {
      what: 'order 200 extra cartons for the weekend',
      why: 'The large ones run out on Friday at this pace, and the next delivery comes on Tuesday.',
      amount: '180',
    });
    await decideOrders(at);
    await setUpDigests(at, ctx.now);
    return { result: true, changes: [] };
  },
});

/** The morning begins when it is laid out: so does its digest, which the bot posts within the minute. */
async function setUpDigests(at: (moment: Moment) => MutationContext, now: Date): Promise<void> {
  const ada = at(['ada', 1, channels.daily]);
  const { timeZone } = ada.workspace;
  const { hour, minute, dayOfWeek } = wallAt(timeZone, now);
  // On weekdays, and today: on a Monday it tells of Friday too.
  const days = [...new Set([1, 2, 3, 4, 5, dayOfWeek % 7])].toSorted().join(',');
  for (const key of ['morning', 'weekly'] as const) {
    const ready = await getReady.call(ada, { key });
    await createDigest.call(ada, {
      ...ready,
      ...(key === 'morning' && { when: `cron ${minute} ${hour} * * ${days} ${timeZone}` }),
    });
  }
}

/** What people want of the orders on the dock: an issue, a yes that waits and a task. */
async function decideOrders(at: (moment: Moment) => MutationContext): Promise<void> {
  const nothingElse = { on: null, amount: null, lines: [] };
  const maya = at(['maya', 17, channels.daily]);
  await actOnOrder.call(maya, {
    id: await orderOf(maya, numbers.cancelAsked),
    act: 'cancel',
    reason: 'customer asked',
    note: 'She ordered it twice and keeps the other one. It stands packed on the dock.',
    ...nothingElse,
  });
  const vic = at(['vic', 8, channels.daily]);
  await raised(vic, {
    title: `Order ${numbers.picture}: the customer asks for the third time where the throw is`,
    severity: 'normal',
    kind: 'customer',
    details: 'Mugs and lamps came. The throw is a present, and the day is near.',
    links: [
      {
        what: 'order',
        ref: await orderOf(vic, numbers.picture),
        label: `Order ${numbers.picture}`,
        url: null,
      },
    ],
  });
  const lena = at(['lena', 5, channels.daily]);
  await actOnOrder.call(lena, {
    id: await orderOf(lena, numbers.expedited),
    act: 'expedite',
    reason: 'promised too early',
    note: null,
    ...nothingElse,
  });
}

async function orderOf(ctx: MutationContext, number: string): Promise<string> {
  const [found] = await findOrders.call(ctx, { text: number });
  if (!found) throw new Error(`The sample shop has no order ${number}.`);
  return found.id;
}

async function raised(
  ctx: MutationContext,
  wish: Omit<Parameters<typeof raiseIssue.call>[1], 'source'>,
): Promise<string> {
  const { issue } = await raiseIssue.call(ctx, { ...wish, source: 'command' });
  return issue.id;
}

async function silenceFound(ctx: MutationContext): Promise<string | null> {
  const fallen = await beginSilence.call(asSystem(ctx, 'feeds'), { id: await silentFeed(ctx.tx) });
  return fallen?.issue ?? null;
}

/** The context of each of the sample's people at a moment; null: somebody of them is no longer here. */
async function actingAs(ctx: MutationContext) {
  const here = new Map((await colleagues(ctx.tx)).map((one) => [one.slackUserId, one]));
  if (Object.values(slackUsers).some((user) => !here.has(user))) return null;
  return ([who, ago, channel]: Moment): MutationContext => {
    const person = here.get(slackUsers[who]);
    if (!person) throw new Error(`${who} is not among the sample's people.`);
    const actor: PersonActor = { ...person, kind: 'person', slackAdmin: false };
    // Effects are written with the morning's own context at the end: what happened then is said now.
    return { ...ctx, actor, channel, now: new Date(ctx.now.getTime() - ago * minuteMs) };
  };
}

async function stockOf({ tx }: MutationContext, code: string, place: string) {
  const sku = [...(await skusByCode(tx, [{ channel: '', codeKey: code }])).values()][0];
  const location = (await locations(tx)).find((one) => one.code === place)?.id;
  if (!sku || !location) throw new Error(`The sample shop has no ${code} in ${place}.`);
  return { sku, location };
}
