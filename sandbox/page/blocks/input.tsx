import { useId } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Choices } from './choices.tsx';
import { Picker, SelectMenu } from './element.tsx';
import { pickedOf } from './options.ts';
import { type Entered, useSurface, wordsOf } from './surface.ts';

// All are plain text boxes: what is wrong with a value is said by the sandbox, not by the browser.
const TYPED: Record<string, 'text' | 'decimal' | 'email' | 'url'> = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

/** A labelled field of a form, with its hint and what was wrong with it. */
export function Input({ block }: { block: Json }) {
  const { errors } = useSurface();
  const id = useId();
  const error = errors?.[String(block.block_id)];
  return (
    <div class={error ? 'block-input wrong' : 'block-input'} data-testid={`field-${String(block.block_id)}`}>
      <label for={id}>
        <Text value={block.label} />
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Field block={block} element={block.element as Json} id={id} />
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {block.hint ? (
        <p class="field-hint">
          <Text value={block.hint} />
        </p>
      ) : null}
    </div>
  );
}

function Field({ block, element, id }: { block: Json; element: Json; id: string }) {
  const { enter, entered, values, press } = useSurface();
  const blockId = String(block.block_id);
  const actionId = String(element.action_id);
  const type = String(element.type);
  const now = entered?.[blockId]?.[actionId];
  const held = now === undefined ? values?.[blockId]?.[actionId] : heldAs(now);
  const dispatch = block.dispatch_action === true;
  const change = (value: Entered) => {
    enter?.(blockId, actionId, value);
    if (dispatch && !TYPED[type]) void press(blockId, actionId, value);
  };
  if (TYPED[type]) {
    const value = typeof now === 'string' ? now : String(held?.value ?? element.initial_value ?? '');
    const shared = {
      id,
      class: 'field',
      value,
      placeholder: wordsOf(element.placeholder),
      'data-autofocus': element.focus_on_load === true ? '' : undefined,
      onKeyDown: (e: KeyboardEvent) => {
        if (e.key !== 'Enter' || !dispatch) return;
        e.preventDefault();
        void press(blockId, actionId, (e.currentTarget as HTMLInputElement).value);
      },
    };
    if (element.multiline === true)
      return <textarea {...shared} rows={4} onInput={(e) => change(e.currentTarget.value)} />;
    return (
      <input
        {...shared}
        type="text"
        inputMode={TYPED[type] ?? 'text'}
        onInput={(e) => change(e.currentTarget.value)}
      />
    );
  }
  if (type === 'checkboxes' || type === 'radio_buttons') {
    return (
      <Choices
        element={element}
        picked={pickedOf(element, held)}
        onChange={(p) => change(type === 'checkboxes' ? p : (p[0] ?? null))}
      />
    );
  }
  const testId = `input-${actionId}`;
  if (type.endsWith('picker')) return <Picker element={element} state={held} use={change} testId={testId} />;
  return <SelectMenu element={element} state={held} onPick={change} testId={testId} />;
}

/** What was just entered, in the shape of a state value that every element understands. */
function heldAs(entered: Entered): Json {
  if (Array.isArray(entered)) return { selected_users: entered };
  return {
    value: entered,
    selected_user: entered ?? [],
    selected_date: entered,
    selected_time: entered,
    selected_date_time: entered,
  };
}
