import type { Json } from '../../state/types.ts';
import { type Entered, useSurface, wordsOf } from './surface.ts';

// All are plain text boxes: the sandbox reports invalid values, not the browser.
const KEYBOARD: Record<string, 'text' | 'decimal' | 'email' | 'url'> = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
  rich_text_input: 'text',
};

export function isTyped(type: string): boolean {
  return KEYBOARD[type] !== undefined;
}

/** A text box. With `dispatch_action` it notifies the app on Enter, or on every letter if declared so. */
export function TextField(props: {
  block: Json;
  element: Json;
  id: string;
  typed: Entered | undefined;
  held: Json | undefined;
  dispatch: boolean;
  wrong: boolean;
}) {
  const { block, element, id, typed, held, dispatch, wrong } = props;
  const { enter, press } = useSurface();
  const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
  const on = (element.dispatch_action_config as Json | undefined)?.trigger_actions_on as string[] | undefined;
  const initial = typeof element.initial_value === 'string' ? element.initial_value : '';
  const shared = {
    id,
    class: 'field',
    'aria-invalid': wrong,
    'aria-describedby': wrong ? `${id}-error` : undefined,
    value: typeof typed === 'string' ? typed : String(held?.value ?? initial),
    placeholder: wordsOf(element.placeholder),
    'data-autofocus': element.focus_on_load === true ? '' : undefined,
    onInput: (e: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const { value } = e.currentTarget;
      enter?.(blockId, actionId, value);
      if (dispatch && on?.includes('on_character_entered')) void press(blockId, actionId, value);
    },
    onKeyDown: (e: KeyboardEvent) => {
      const sends = dispatch && (on === undefined || on.includes('on_enter_pressed'));
      if (e.key !== 'Enter' || e.shiftKey || !sends) return;
      e.preventDefault();
      void press(blockId, actionId, (e.currentTarget as HTMLInputElement).value);
    },
  };
  const long = element.multiline === true || element.type === 'rich_text_input';
  if (long) return <textarea {...shared} rows={4} />;
  return <input {...shared} type="text" inputMode={KEYBOARD[String(element.type)] ?? 'text'} />;
}
