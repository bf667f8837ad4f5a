import { createServer } from 'node:net';
import { expect } from 'vitest';
import type { ViewValues } from '../../sandbox/control/types.ts';
import {
  type ActResult,
  openSandbox,
  type Sandbox,
  type SeenMessage,
  smallShop,
} from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { startApp } from '../../src/app.ts';
import { randomIds } from '../../src/core/ids.ts';
import type { Role } from '../../src/core/permission.ts';
import { workspaceOfTeam } from '../../src/db/workspace.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/manifest.ts';
import { asPlainText } from '../../src/ui/plain.ts';
import { type Builders, builders } from './builders.ts';
import { testClock } from './clock.ts';
import { testDatabase } from './database.ts';
import { watchedLog } from './log.ts';

const team = {
  ada: { id: 'U0ADA00001', name: 'Ada', role: 'admin', timeZone: 'Europe/Berlin' },
  omar: { id: 'U0OMAR0001', name: 'Omar', role: 'manager', timeZone: 'America/New_York' },
  lena: { id: 'U0LENA0001', name: 'Lena', role: 'lead', timeZone: 'Europe/Berlin' },
  maya: { id: 'U0MAYA0001', name: 'Maya', role: 'operator', timeZone: 'Europe/Berlin' },
  vic: { id: 'U0VIC00001', name: 'Vic', role: 'viewer', timeZone: 'Europe/Paris' },
} as const;
const channels: Readonly<Record<string, string>> = {
  'ops-daily': 'C0OPSDAILY',
  'ops-alerts': 'C0OPSALERT',
  'ops-approvals': 'C0APPROVE1',
  general: 'C0GENERAL1',
  'partner-3pl': 'C0PARTNER1',
};

export interface ShopOptions {
  readonly at?: string;
  /** Available units by SKU, in one warehouse. */
  readonly stock?: Readonly<Record<string, number>>;
  /** What each unit of them costs, in cents; nobody knows unless given. */
  readonly unitCost?: bigint;
  readonly mode?: 'socket' | 'http';
  /** Nobody has a role yet, as right after installing. */
  readonly fresh?: boolean;
  readonly commandPrefix?: string;
  readonly admins?: readonly string[];
  /** Milliseconds between two messages at one place; none unless the test is about it. */
  readonly paceMs?: number;
  /** The workspace granted what the manifest asks for as optional. */
  readonly optionalScopes?: boolean;
}

/** A shop with its Slack and its bot, and the people in it. What they did not expect fails the test at the end. */
export async function openShop(options: ShopOptions = {}) {
  const db = await testDatabase();
  const clock = testClock(options.at);
  const teamId = `T${randomIds.uuid(clock.now()).replaceAll('-', '').slice(-12).toUpperCase()}`;
  const file = readWorkspace(smallShop);
  const prefix = options.commandPrefix ?? '';
  const http = options.mode === 'http';
  const port = http ? await freePort() : 0;
  const sandbox = await openSandbox({
    manifest: manifestOf(features, { prefix }) as ManifestInput,
    workspace: { ...file, team: { ...file.team, id: teamId } },
    grantOptionalScopes: options.optionalScopes ?? false,
    ...(http ? { deliver: { mode: 'http', requestUrl: `http://127.0.0.1:${port}/slack/events` } } : {}),
  });
  const workspace = await workspaceOfTeam(db.prisma, teamId, {
    id: randomIds.uuid(clock.now()),
    name: 'Harbour & Hill',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    createdAt: clock.now(),
  });
  const given = builders(db.prisma, workspace, clock.now());
  if (!options.fresh)
    for (const one of Object.values(team))
      await given.person(one.name, one.id, [one.role as Role], one.timeZone);
  await fill(given, options);

  const log = watchedLog();
  const start = async () =>
    await startApp(
      { ...db, background: db, engine: 'embedded' },
      { timeZone: 'Europe/Berlin', currency: 'EUR', admins: options.admins ?? [], commandPrefix: prefix },
      {
        mode: http ? 'http' : 'socket',
        botToken: sandbox.botToken,
        appToken: http ? null : sandbox.appToken,
        signingSecret: sandbox.signingSecret,
        port,
        apiUrl: sandbox.apiUrl,
      },
      {
        clock,
        ids: randomIds,
        log,
        queues: 'by hand',
        outbox: { paceMs: options.paceMs ?? 0, leaseMs: 60_000 },
      },
    );
  let app = await start();
  let expected: RegExp | null = null;

  const person = (key: keyof typeof team) => new Person(sandbox, team[key].id, key);
  return {
    ada: person('ada'),
    omar: person('omar'),
    lena: person('lena'),
    maya: person('maya'),
    vic: person('vic'),
    gina: new Person(sandbox, 'U0GUEST001', 'gina'),
    db,
    workspace,
    clock,
    given,
    sandbox,
    get app() {
      return app;
    },
    /** The process ends in order and another begins. */
    async restarts() {
      await app.stop();
      app = await start();
    },
    /** Where the bot takes signed requests (mode http). */
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    /** Time passes once all that is under way has been said: a post whose lease runs out meanwhile is in doubt. */
    async passes(ms: number) {
      await app.idle();
      clock.forward(ms);
    },
    async comes(moment: string) {
      await app.idle();
      clock.set(moment);
    },
    /** Complaints of Slack that the test is about. */
    expectComplaint(about: RegExp) {
      expected = about;
    },
    async [Symbol.asyncDispose]() {
      const problems = await sandbox.control.problems();
      await app.stop();
      await sandbox.close();
      const unexpected = problems.filter(
        ({ kind, where, detail }) => !expected?.test(`${kind} ${where} ${detail}`),
      );
      expect(unexpected, 'complaints of Slack that nobody expected').toEqual([]);
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

async function fill(given: Builders, { stock = {}, unitCost }: ShopOptions): Promise<void> {
  const entries = Object.entries(stock);
  if (entries.length === 0) return;
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  for (const [code, quantity] of entries)
    await given.stock(await given.sku(code, unitCost === undefined ? {} : { unitCost }), hamburg, quantity);
}

/** A member of the workspace: types, presses and sees what a member sees, and nothing else. */
export class Person {
  readonly id: string;
  private readonly sandbox: Sandbox;
  private readonly name: string;

  constructor(sandbox: Sandbox, id: string, name: string) {
    this.sandbox = sandbox;
    this.id = id;
    this.name = name;
  }

  /** Types a slash command, or says something, in a channel (`dm` for the bot's own). */
  async says(
    text: string,
    where = 'ops-daily',
    more: { thread_ts?: string } = {},
  ): Promise<ActResult & { ts?: string }> {
    const channel = await this.channel(where);
    const { control } = this.sandbox;
    return text.startsWith('/')
      ? await control.command(this.id, channel, text, more)
      : await control.say(this.id, channel, text, more);
  }

  /** The newest message that contains `text`, in any of its blocks or its fallback; waits for it to come. */
  async sees(text: string, where = 'ops-daily'): Promise<Seen> {
    const channel = await this.channel(where);
    const what = `${this.name} sees "${text}" in ${where}`;
    const message = await this.sandbox.control.waitFor(
      async () => (await this.all(channel)).findLast((one) => contains(one, text)),
      { what },
    );
    return new Seen(channel, message);
  }

  /** Everything this member sees in a channel now. */
  async seesAll(where = 'ops-daily'): Promise<readonly string[]> {
    return (await this.all(await this.channel(where))).map(wholeText);
  }

  /** Presses the button with this label. */
  async presses(card: Seen, label: string) {
    return await this.sandbox.control.press(this.id, {
      channel: card.channel,
      ts: card.ts,
      ...card.button(label),
    });
  }

  /** Picks an option of the menu with this label, on a message. */
  async chooses(card: Seen, label: string, option: string) {
    return await this.sandbox.control.press(this.id, {
      channel: card.channel,
      ts: card.ts,
      ...card.menu(label),
      option,
    });
  }

  /** Picks an option behind the three dots below a message. */
  async picksMore(card: Seen, option: string) {
    return await this.sandbox.control.press(this.id, {
      channel: card.channel,
      ts: card.ts,
      ...card.menuOfMore(),
      option,
    });
  }

  /** Picks an option behind the three dots of the line that contains `text`. */
  async choosesFor(card: Seen, text: string, option: string) {
    return await this.sandbox.control.press(this.id, {
      channel: card.channel,
      ts: card.ts,
      ...card.more(text),
      option,
    });
  }

  /** Picks an entry of Slack's menus: everywhere, or on a message. */
  async picks(callbackId: string, card?: Seen): Promise<void> {
    await this.sandbox.control.shortcut(this.id, callbackId, card && { channel: card.channel, ts: card.ts });
  }

  /** Everything of the open form that contains `text`, as Slack has it. */
  async seesForm(text: string): Promise<string> {
    return JSON.stringify(await this.form(text));
  }

  /** Fills in the open form that contains `text` and sends it; the errors it shows, by input. */
  async sends(text: string, values: ViewValues): Promise<Readonly<Record<string, string>>> {
    const view = await this.form(text);
    return (await this.sandbox.control.submitView(this.id, view.id, values)).errors ?? {};
  }

  private async form(text: string) {
    return await this.sandbox.control.waitFor(
      async () =>
        (await this.sandbox.control.views(this.id)).findLast((view) => JSON.stringify(view).includes(text)),
      { what: `${this.name} sees the form "${text}"` },
    );
  }

  async opensDm(): Promise<void> {
    await this.sandbox.control.openHome(this.id, 'messages');
  }

  async opensHome(): Promise<void> {
    await this.sandbox.control.openHome(this.id, 'home');
  }

  /** Their Home, once it contains `text`. */
  async seesHome(text: string): Promise<SeenHome> {
    const view = await this.sandbox.control.waitFor(
      async () => {
        const home = await this.sandbox.control.home(this.id);
        return home && textOf(home.blocks).includes(text) ? home : undefined;
      },
      { what: `${this.name} sees "${text}" at Home` },
    );
    return { text: textOf(view.blocks), blocks: view.blocks };
  }

  /** Presses the button with this label at Home. */
  async pressesAtHome(home: SeenHome, label: string) {
    return await this.sandbox.control.press(this.id, {
      view: 'home',
      ...placeOf(home.blocks, 'button', label),
    });
  }

  private async channel(where: string): Promise<string> {
    return where === 'dm'
      ? await this.sandbox.control.openDm(this.id)
      : (channels[where.replace(/^#/, '')] ?? where);
  }

  private async all(channel: string): Promise<SeenMessage[]> {
    const messages = await this.sandbox.control.messages(this.id, channel);
    return messages.flatMap((message) => [message, ...message.replies]);
  }
}

export class Seen {
  readonly channel: string;
  readonly message: SeenMessage;

  constructor(channel: string, message: SeenMessage) {
    this.channel = channel;
    this.message = message;
  }

  get ts(): string {
    return this.message.ts;
  }

  get text(): string {
    return wholeText(this.message);
  }

  get ephemeral(): boolean {
    return this.message.ephemeral;
  }

  /** The labels of its buttons and menus, in their order. */
  get offers(): readonly string[] {
    return elementsIn(this.message.blocks ?? []).flatMap((one) => labelOf(one) || []);
  }

  /** Where the button with this label is. */
  button(label: string): Placed {
    return this.element('button', label);
  }

  /** Where the menu with this label is. */
  menu(label: string): Placed {
    return this.element('static_select', label);
  }

  /** Where the three dots below all are. */
  menuOfMore(): Placed {
    return this.element('overflow', '');
  }

  /** Where the three dots of the line that contains `text` are. */
  more(text: string): Placed {
    const lines = (this.message.blocks ?? []) as readonly LineSeen[];
    const line = lines.find((block) => block.text?.text.includes(text));
    if (line?.accessory?.type !== 'overflow')
      throw new Error(`There is no more to "${text}" on: ${this.text}`);
    return { action_id: line.accessory.action_id, ...(line.block_id ? { block_id: line.block_id } : {}) };
  }

  private element(type: ElementSeen['type'], label: string): Placed {
    return placeOf(this.message.blocks ?? [], type, label);
  }
}

/** App Home as a member sees it. */
export interface SeenHome {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

function placeOf(blocks: readonly unknown[], type: ElementSeen['type'], label: string): Placed {
  for (const block of blocks) {
    const found = elementsIn(block).find((one) => one.type === type && labelOf(one) === label);
    const { block_id } = block as { block_id?: string };
    if (found) return { action_id: found.action_id, ...(block_id ? { block_id } : {}) };
  }
  throw new Error(`There is no ${type} "${label}" on: ${textOf(blocks)}`);
}

function textOf(blocks: readonly unknown[]): string {
  return asPlainText({ text: '', blocks: blocks as never[] });
}

interface Placed {
  readonly action_id: string;
  readonly block_id?: string;
}

interface LineSeen {
  readonly block_id?: string;
  readonly text?: { readonly text: string };
  readonly accessory?: { readonly type: string; readonly action_id: string };
}

interface ElementSeen {
  readonly type: 'button' | 'static_select' | 'overflow';
  readonly action_id: string;
  readonly text?: { readonly text: string };
  readonly placeholder?: { readonly text: string };
}

function labelOf({ text, placeholder }: ElementSeen): string {
  return (text ?? placeholder)?.text ?? '';
}

function elementsIn(value: unknown): readonly ElementSeen[] {
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && ['button', 'static_select', 'overflow'].includes(String(value.type)))
    return [value as unknown as ElementSeen];
  return Object.values(value).flatMap(elementsIn);
}

function contains(message: SeenMessage, text: string): boolean {
  return message.text.includes(text) || wholeText(message).includes(text);
}

function wholeText({ text, blocks }: SeenMessage): string {
  return asPlainText({ text, blocks: (blocks ?? []) as never[] });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
