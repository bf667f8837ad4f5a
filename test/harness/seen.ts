import type { SeenMessage } from '../../sandbox/index.ts';
import { asPlainText } from '../../src/ui/plain.ts';

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

  /** The labels of its buttons and menus, in order. */
  get offers(): readonly string[] {
    return elementsIn(this.message.blocks ?? []).flatMap((one) => labelOf(one) || []);
  }

  /** The labels of what stands behind its three dots. */
  get offersMore(): readonly string[] {
    return optionsIn(this.message.blocks ?? []).flatMap(({ options }) => options);
  }

  /** The position of the button with this label, or of the option behind three dots. */
  button(label: string): Placed {
    const dots = optionsIn(this.message.blocks ?? []).filter(({ options }) => options.includes(label));
    const [behind] = this.offers.includes(label) ? [] : dots;
    return behind ? { ...behind.placed, option: label } : this.element('button', label);
  }

  /** The position of the menu with this label. */
  menu(label: string): Placed {
    return this.element('static_select', label);
  }

  /** The position of the overflow menu below everything. */
  menuOfMore(): Placed {
    return this.element('overflow', '');
  }

  /** The position of the overflow menu on the line that contains `text`. */
  more(text: string): Placed {
    const lines = (this.message.blocks ?? []) as readonly LineSeen[];
    const line = lines.find((block) => block.text?.text.includes(text));
    if (line?.accessory?.type !== 'overflow')
      throw new Error(`There is no overflow menu at "${text}" on: ${this.text}`);
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

export function placeOf(blocks: readonly unknown[], type: ElementSeen['type'], label: string): Placed {
  for (const block of blocks) {
    const found = elementsIn(block).find((one) => one.type === type && labelOf(one) === label);
    const { block_id } = block as { block_id?: string };
    if (found) return { action_id: found.action_id, ...(block_id ? { block_id } : {}) };
  }
  throw new Error(`There is no ${type} "${label}" on: ${textOf(blocks)}`);
}

export function textOf(blocks: readonly unknown[]): string {
  return asPlainText({ text: '', blocks: blocks as never[] });
}

interface Placed {
  readonly action_id: string;
  readonly block_id?: string;
  /** Of a menu: what is picked. */
  readonly option?: string;
}

/** The menus behind three dots, with their labels. */
function optionsIn(blocks: readonly unknown[]): readonly { placed: Placed; options: readonly string[] }[] {
  return blocks.flatMap((block) => {
    const { block_id } = block as { block_id?: string };
    return elementsIn(block).flatMap(({ type, action_id, options = [] }) =>
      type === 'overflow'
        ? [
            {
              placed: { action_id, ...(block_id ? { block_id } : {}) },
              options: options.map(({ text }) => text.text),
            },
          ]
        : [],
    );
  });
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
  readonly options?: readonly { readonly text: { readonly text: string } }[];
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

export function contains(message: SeenMessage, text: string): boolean {
  return message.text.includes(text) || wholeText(message).includes(text);
}

export function wholeText({ text, blocks }: SeenMessage): string {
  return asPlainText({ text, blocks: (blocks ?? []) as never[] });
}
