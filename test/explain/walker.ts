import type { PressTarget, ViewValues } from '../../sandbox/control/types.ts';
import type { Shop } from '../harness/shop.ts';
import { fieldsOf, type Offer, offersOf } from './offers.ts';

/** The newest messages, which is where answers are. */
const looksAt = 10;

/**
 * Ada, who tries everything: she asks, presses each thing once wherever it is offered, and fills in each form once.
 * Whether an answer is the right one is for the scenarios to say.
 */
export class Walker {
  private readonly shop: Shop;
  /** Called with what she does before she does it. */
  private readonly now: (what: string) => void;
  private readonly pressed = new Set<string>();
  private readonly filled = new Set<string>();

  constructor(shop: Shop, now: (what: string) => void) {
    this.shop = shop;
    this.now = now;
  }

  /** Asks again and again, until nothing that she has not pressed comes of it. */
  async tries(question: string, ask: () => Promise<unknown>): Promise<void> {
    do {
      this.now(question);
      await ask();
      await this.shop.app.idle();
    } while (await this.pressesAll(question));
  }

  async opensHome(): Promise<void> {
    await this.shop.ada.opensHome();
    await this.shop.ada.seesHome('As of');
  }

  /** False: there was nothing new. */
  private async pressesAll(question: string): Promise<boolean> {
    for (let pressed = false; ; pressed = true) {
      await this.fillsIn(question);
      const next = await this.nextOffer();
      if (!next) return pressed;
      const { offer, place } = next;
      this.pressed.add(offer.key);
      this.now(`"${offer.label}" after ${question}`);
      await this.control.press(this.id, { ...place, ...offer.target });
      await this.shop.app.idle();
    }
  }

  private async nextOffer(): Promise<{
    readonly offer: Offer;
    readonly place: Partial<PressTarget>;
  } | null> {
    for (const { blocks, place } of await this.places()) {
      const offer = offersOf(blocks).find(({ key }) => !this.pressed.has(key));
      if (offer) return { offer, place };
    }
    return null;
  }

  /** What she sees with its buttons: messages, the newest first, then her Home. */
  private async places(): Promise<
    readonly { readonly blocks: readonly object[]; readonly place: Partial<PressTarget> }[]
  > {
    const shown = [];
    for (const channel of ['C0OPSDAILY', await this.control.openDm(this.id)]) {
      const messages = await this.control.messages(this.id, channel);
      const all = messages.flatMap((one) => [one, ...one.replies]).slice(-looksAt);
      for (const { ts, blocks = [] } of all.toReversed()) shown.push({ blocks, place: { channel, ts } });
    }
    const home = await this.control.home(this.id);
    return home ? [...shown, { blocks: home.blocks, place: { view: 'home' } }] : shown;
  }

  /** Sends each open form if it is new, and closes what is left. */
  private async fillsIn(question: string): Promise<void> {
    for (let view = await this.form(); view; view = await this.form()) {
      const { id, callback_id, title } = view;
      if (!this.filled.has(callback_id)) {
        this.filled.add(callback_id);
        this.now(`the form "${title}" after ${question}`);
        const { values, searches } = fieldsOf(view);
        const found: ViewValues = {};
        for (const { field, target } of searches)
          for (const text of ['mug', 'BEN-00001', 'shipping']) {
            const { options } = await this.control.suggest(this.id, target, text);
            const [first] = options as unknown as readonly { readonly value: string }[];
            if (first) found[field] = first.value;
          }
        await this.control.submitView(this.id, id, { ...values, ...found });
        await this.shop.app.idle();
        if ((await this.form())?.id !== id) continue;
      }
      await this.control.closeView(this.id, id);
    }
  }

  /** The form in front. */
  private async form() {
    return (await this.control.views(this.id)).filter(({ type }) => type === 'modal').at(-1);
  }

  private get control() {
    return this.shop.sandbox.control;
  }

  private get id() {
    return this.shop.ada.id;
  }
}
