import type { ViewValues } from '../../sandbox/control/types.ts';
import { type ActResult, type Sandbox, type SeenMessage, WaitTimeout } from '../../sandbox/index.ts';
import { contains, placeOf, Seen, type SeenHome, textOf, wholeText } from './seen.ts';

const channels: Readonly<Record<string, string>> = {
  'ops-daily': 'C0OPSDAILY',
  'ops-alerts': 'C0OPSALERT',
  'ops-approvals': 'C0APPROVE1',
  general: 'C0GENERAL1',
  'partner-3pl': 'C0PARTNER1',
};

/** A busy machine is no failure. */
const patienceMs = 15_000;

/** A member of the workspace: types, presses and sees only what a member can. */
export class Person {
  readonly id: string;
  private readonly sandbox: Sandbox;
  private readonly name: string;

  constructor(sandbox: Sandbox, id: string, name: string) {
    this.sandbox = sandbox;
    this.id = id;
    this.name = name;
  }

  /** Types a slash command or a message in a channel (`dm` for the bot's own). */
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

  /** The newest message that contains `text` in a block or its fallback; waits for it to appear. */
  async sees(text: string, where = 'ops-daily'): Promise<Seen> {
    const channel = await this.channel(where);
    const what = `${this.name} sees "${text}" in ${where}`;
    try {
      const message = await this.sandbox.control.waitFor(
        async () => (await this.all(channel)).findLast((one) => contains(one, text)),
        { what, timeoutMs: patienceMs },
      );
      return new Seen(channel, message);
    } catch (error) {
      if (!(error instanceof WaitTimeout)) throw error;
      throw new WaitTimeout(`${error.message}\n${await this.lastSeen(channel)}`, { cause: error });
    }
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

  /** The whole open form that contains `text`, as Slack has it. */
  async seesForm(text: string): Promise<string> {
    return JSON.stringify(await this.form(text));
  }

  /** Fills in and submits the open form that contains `text`; returns its errors, by input. */
  async sends(text: string, values: ViewValues): Promise<Readonly<Record<string, string>>> {
    const view = await this.form(text);
    return (await this.sandbox.control.submitView(this.id, view.id, values)).errors ?? {};
  }

  /** Presses the button with this label in the open form that contains `text`. */
  async pressesInForm(text: string, label: string, values: ViewValues = {}) {
    const view = await this.form(text);
    return await this.sandbox.control.press(this.id, {
      view: view.id,
      values,
      ...placeOf(view.blocks as readonly unknown[], 'button', label),
    });
  }

  /** Types into the search of the open form that contains `text`; returns the suggested labels. */
  async searches(text: string, field: string, typed: string): Promise<readonly string[]> {
    const view = await this.form(text);
    const at = { view: view.id, block_id: field, action_id: field };
    const { options } = await this.sandbox.control.suggest(this.id, at, typed);
    return (options as unknown as readonly { readonly text: { readonly text: string } }[]).map(
      (one) => one.text.text,
    );
  }

  /** Uploads a file of theirs; returns its id, for an input of a form. */
  async uploads(name: string, content: string): Promise<string> {
    return await this.sandbox.control.upload(this.id, { name, content });
  }

  private async form(text: string) {
    return await this.sandbox.control.waitFor(
      async () =>
        (await this.sandbox.control.views(this.id)).findLast((view) => JSON.stringify(view).includes(text)),
      { what: `${this.name} sees the form "${text}"`, timeoutMs: patienceMs },
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
      { what: `${this.name} sees "${text}" at Home`, timeoutMs: patienceMs },
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

  /** The messages they saw instead, for the report of a failed test. */
  private async lastSeen(channel: string): Promise<string> {
    const last = (await this.all(channel)).slice(-3).map((message) => {
      const { text, offers } = new Seen(channel, message);
      return `- ${text}\n  buttons and menus: ${offers.filter(Boolean).join(', ') || 'none'}`;
    });
    return [
      'The last messages there (labels of buttons are not part of the text):',
      ...(last.length > 0 ? last : ['none']),
    ].join('\n');
  }

  private async all(channel: string): Promise<SeenMessage[]> {
    const messages = await this.sandbox.control.messages(this.id, channel);
    return messages.flatMap((message) => [message, ...message.replies]);
  }
}
