import { useId } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Choices } from './choices.tsx';
import { FileInput } from './file-input.tsx';
import { pickedOf } from './options.ts';
import { Picker } from './picker.tsx';
import { SelectMenu } from './select.tsx';
import { type Entered, useSurface } from './surface.ts';
import { isTyped, TextField } from './text-field.tsx';

/** A labelled field of a form, with its hint and its error. */
export function Input({ block }: { block: Json }) {
  const { errors } = useSurface();
  const id = useId();
  const error = errors?.[String(block.block_id)];
  return (
    <div class={error ? 'block-input wrong' : 'block-input'} data-testid={`field-${String(block.block_id)}`}>
      <label for={id} id={`${id}-label`}>
        <Text value={block.label} />
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Field block={block} element={block.element as Json} id={id} wrong={error !== undefined} />
      {error && (
        <p class="field-error" role="alert" id={`${id}-error`}>
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

function Field(props: { block: Json; element: Json; id: string; wrong: boolean }) {
  const { block, element, id, wrong } = props;
  const { enter, entered, values, press } = useSurface();
  const blockId = String(block.block_id);
  const actionId = String(element.action_id);
  const type = String(element.type);
  const now = entered?.[blockId]?.[actionId];
  const held = now === undefined ? values?.[blockId]?.[actionId] : heldAs(now);
  const dispatch = block.dispatch_action === true;
  const change = (value: Entered) => {
    enter?.(blockId, actionId, value);
    if (dispatch) void press(blockId, actionId, value);
  };
  if (isTyped(type))
    return (
      <TextField
        block={block}
        element={element}
        id={id}
        typed={now}
        held={held}
        dispatch={dispatch}
        wrong={wrong}
      />
    );
  if (type === 'checkboxes' || type === 'radio_buttons') {
    return (
      <Choices
        element={element}
        id={id}
        picked={pickedOf(element, held)}
        onChange={(p) => change(type === 'checkboxes' ? p : (p[0] ?? null))}
      />
    );
  }
  const testId = `input-${actionId}`;
  if (type === 'file_input') return <FileInput element={element} id={id} change={change} />;
  if (type.endsWith('picker'))
    return <Picker element={element} state={held} use={change} testId={testId} id={id} />;
  return <SelectMenu block={block} element={element} state={held} onPick={change} testId={testId} id={id} />;
}

/** The new value in the shape of a state value, which every element reads. */
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
