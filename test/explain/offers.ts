import type { SeenView, ViewValues } from '../../sandbox/control/types.ts';
import { requestOf } from '../../src/core/tokens/action.ts';

/** A button, or an option of a menu. */
export interface Offer {
  /** What it asks for: equal for the same button on two cards, and for each option of a menu its own. */
  readonly key: string;
  readonly label: string;
  readonly target: { readonly action_id: string; readonly block_id?: string; readonly option?: string };
}

interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

interface Block {
  readonly block_id?: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  readonly element?: Element;
}

const elementsOf = ({ elements = [], accessory, element }: Block): readonly Element[] => [
  ...elements,
  ...(accessory ? [accessory] : []),
  ...(element ? [element] : []),
];

export function offersOf(blocks: readonly object[]): readonly Offer[] {
  return (blocks as readonly Block[]).flatMap((block) =>
    elementsOf(block).flatMap(({ type, action_id = '', text, value = '', options = [] }) => {
      const place = { action_id, ...(block.block_id && { block_id: block.block_id }) };
      if (type === 'button')
        return [{ key: requestOf(action_id, value).id, label: text?.text ?? '', target: place }];
      if (type !== 'overflow' && type !== 'static_select') return [];
      return options.map(({ text: { text: label }, value: option }) => ({
        key: type === 'overflow' ? requestOf(action_id, option).id : `${action_id} ${label}`,
        label,
        target: { ...place, option },
      }));
    }),
  );
}

/** What fits fields that take no words. */
const typed: Readonly<Record<string, string>> = {
  change: '-3',
  amount: '120.50',
  amountAtMost: '500',
  dayAmountAtMost: '500',
  quantityAtMost: '5',
  dayQuantityAtMost: '5',
  needs1: '1',
  code: 'NEW-1',
  timeZone: 'Europe/Berlin',
  when: 'every weekday 08:30',
  until: '2026-03-06',
  from: '2026-03-05',
  cutOff: '16:00',
  pickUp: '16:30',
  opens: '08:00',
  closes: '17:00',
};

const fitting: Readonly<Record<string, string>> = {
  plain_text_input: 'it was found',
  number_input: '3',
  users_select: 'U0LENA0001',
  datepicker: '2026-03-05',
  timepicker: '15:00',
};

/** A field that suggests choices as somebody types. */
export interface Search {
  readonly field: string;
  readonly target: { readonly view: string; readonly action_id: string; readonly block_id?: string };
}

/** The searches of a form, and what to enter into its other fields; those that are filled stay as they are. */
export function fieldsOf({ id, blocks }: SeenView): {
  readonly values: ViewValues;
  readonly searches: readonly Search[];
} {
  const values: Record<string, string> = {};
  const searches: Search[] = [];
  for (const block of blocks as unknown as readonly Block[])
    for (const element of elementsOf(block)) {
      const { type, action_id = '', options = [] } = element;
      const field = block.block_id ?? action_id;
      const isFilled = Object.keys(element).some((key) => key.startsWith('initial_'));
      const fits = options[0]?.value ?? typed[field] ?? fitting[type];
      if (type === 'external_select') {
        const place = block.block_id ? { block_id: block.block_id } : {};
        searches.push({ field, target: { view: id, action_id, ...place } });
      } else if (!isFilled && type !== 'button' && fits !== undefined) values[field] = fits;
    }
  return { values, searches };
}
