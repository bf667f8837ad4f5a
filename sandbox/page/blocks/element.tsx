import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { Button, FeedbackButtons, IconButton } from './buttons.tsx';
import { Choices } from './choices.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { choicesOf, pickedOf } from './options.ts';
import { Picker } from './picker.tsx';
import { SelectMenu } from './select.tsx';
import { type Entered, useSurface } from './surface.ts';
import { UnknownBlock } from './unknown.tsx';

/** An element that acts as soon as it is used: in a section or an actions block. */
export function Element({ block, element }: { block: Json; element: Json }) {
  const { press } = useSurface();
  const [asking, setAsking] = useState<{ option: Entered | undefined }>();
  const [busy, setBusy] = useState(false);
  const send = async (option?: Entered) => {
    setBusy(true);
    await press(String(block.block_id), String(element.action_id), option);
    setBusy(false);
  };
  const use = (option?: Entered) => {
    // Not `disabled`, which would take the focus away.
    if (busy) return;
    if (element.confirm) setAsking({ option });
    else void send(option);
  };
  return (
    <>
      <Face element={element} block={block} busy={busy} use={use} />
      {asking && (
        <ConfirmDialog
          confirm={element.confirm as Json}
          answer={(yes) => {
            setAsking(undefined);
            if (yes) void send(asking.option);
          }}
        />
      )}
    </>
  );
}

interface FaceProps {
  block: Json;
  element: Json;
  busy: boolean;
  use: (option?: Entered) => void;
}

function Face({ block, element, busy, use }: FaceProps) {
  const { overview } = usePage();
  const { values } = useSurface();
  const state = values?.[String(block.block_id)]?.[String(element.action_id)];
  const type = String(element.type);
  const testId = `action-${String(element.action_id)}`;
  switch (type) {
    case 'button':
    case 'workflow_button':
      return <Button element={element} busy={busy} use={use} testId={testId} />;
    case 'icon_button':
      return <IconButton element={element} busy={busy} use={use} testId={testId} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} busy={busy} use={use} testId={testId} />;
    case 'overflow':
      return (
        <Menu
          label="More"
          face={<Icon name="dots" />}
          look="quiet"
          disabled={busy}
          choices={choicesOf(element, overview)}
          onPick={([v]) => use(v ?? null)}
          testId={testId}
        />
      );
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Picker element={element} state={state} use={use} testId={testId} />;
    case 'checkboxes':
      return <Choices element={element} picked={pickedOf(element, state)} onChange={use} />;
    case 'radio_buttons':
      return (
        <Choices
          element={element}
          picked={pickedOf(element, state)}
          onChange={(picked) => use(picked[0] ?? null)}
        />
      );
  }
  if (!type.endsWith('_select')) return <UnknownBlock block={element} />;
  return <SelectMenu block={block} element={element} state={state} onPick={use} testId={testId} />;
}
