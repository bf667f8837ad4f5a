import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Icon } from '../icons.tsx';
import { Menu } from '../menu.tsx';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { isSafeUrl } from '../mrkdwn/parse.ts';
import { usePage } from '../store.ts';
import { Choices } from './choices.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { choicesOf, pickedOf } from './options.ts';
import { type Entered, useSurface, wordsOf } from './surface.ts';

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
  if (type === 'button') {
    const url = typeof element.url === 'string' && isSafeUrl(element.url) ? element.url : undefined;
    return (
      <button
        type="button"
        class={`button ${String(element.style ?? '')}`}
        disabled={busy}
        aria-label={element.accessibility_label as string | undefined}
        data-testid={testId}
        onClick={() => {
          if (url) window.open(url, '_blank', 'noreferrer');
          use();
        }}
      >
        <Text value={element.text} />
        {url && <span aria-hidden="true"> ↗</span>}
      </button>
    );
  }
  if (type === 'overflow') {
    return (
      <Menu
        label="More"
        face={<Icon name="dots" label="More" />}
        quiet
        choices={choicesOf(element, overview)}
        onPick={([v]) => use(v ?? null)}
        testId={testId}
      />
    );
  }
  if (type === 'datepicker' || type === 'timepicker' || type === 'datetimepicker') {
    return <Picker element={element} state={state} use={use} testId={testId} />;
  }
  if (type === 'checkboxes' || type === 'radio_buttons') {
    return (
      <Choices
        element={element}
        picked={pickedOf(element, state)}
        onChange={(picked) => use(type === 'checkboxes' ? picked : (picked[0] ?? null))}
      />
    );
  }
  return <SelectMenu element={element} state={state} onPick={use} testId={testId} />;
}

export function SelectMenu({
  element,
  state,
  onPick,
  testId,
}: {
  element: Json;
  state: Json | undefined;
  onPick: (v: Entered) => void;
  testId: string;
}) {
  const { overview } = usePage();
  const choices = choicesOf(element, overview);
  const multiple = String(element.type).startsWith('multi_');
  const picked = pickedOf(element, state);
  const names = choices.filter((c) => picked.includes(c.value)).map((c) => c.label);
  const placeholder = wordsOf(element.placeholder) || 'Select an option';
  const face =
    names.length > 0 ? <span>{names.join(', ')}</span> : <span class="placeholder">{placeholder}</span>;
  return (
    <Menu
      key={picked.join()}
      label={placeholder}
      face={face}
      choices={choices}
      picked={picked}
      multiple={multiple}
      onPick={(v) => onPick(multiple ? v : (v[0] ?? null))}
      testId={testId}
    />
  );
}

function kindOf(element: Json): 'date' | 'time' | 'datetime-local' {
  if (element.type === 'timepicker') return 'time';
  return element.type === 'datetimepicker' ? 'datetime-local' : 'date';
}

export function Picker({
  element,
  state,
  use,
  testId,
}: {
  element: Json;
  state: Json | undefined;
  use: (v: Entered) => void;
  testId: string;
}) {
  const kind = kindOf(element);
  const held = state ?? {};
  const value =
    held.selected_date ?? held.selected_time ?? element.initial_date ?? element.initial_time ?? '';
  const moment = Number(held.selected_date_time ?? element.initial_date_time ?? 0);
  // A moment is entered in the browser's own zone, as in Slack's client.
  const local =
    moment > 0
      ? new Date(moment * 1000 - new Date(moment * 1000).getTimezoneOffset() * 60_000)
          .toISOString()
          .slice(0, 16)
      : '';
  return (
    <input
      class="field picker"
      type={kind}
      data-testid={testId}
      aria-label={wordsOf(element.placeholder) || kind}
      value={kind === 'datetime-local' ? local : String(value)}
      onChange={(e) => {
        const typed = e.currentTarget.value;
        use(
          kind === 'datetime-local' && typed
            ? String(Math.floor(new Date(typed).getTime() / 1000))
            : typed || null,
        );
      }}
    />
  );
}
