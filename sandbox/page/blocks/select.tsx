import type { Json } from '../../state/types.ts';
import { usePage } from '../store.ts';
import { Menu } from '../ui/menu.tsx';
import { choicesOf, heldChoices, pickedOf } from './options.ts';
import { type Entered, useSurface, wordsOf } from './surface.ts';

/** Any select: with its own options, the app's suggestions, or the workspace's people and channels. */
export function SelectMenu(props: {
  block: Json;
  element: Json;
  state: Json | undefined;
  onPick: (v: Entered) => void;
  testId: string;
  id?: string;
}) {
  const { block, element, state, onPick, testId, id } = props;
  const { overview } = usePage();
  const { suggest } = useSurface();
  const external = String(element.type).includes('external');
  const multiple = String(element.type).startsWith('multi_');
  const choices = external ? heldChoices(element, state) : choicesOf(element, overview);
  const picked = pickedOf(element, state);
  const names = picked.map((value) => choices.find((c) => c.value === value)?.label ?? value);
  const placeholder = wordsOf(element.placeholder) || (multiple ? 'Select options' : 'Select an option');
  const ask = (typed: string) => suggest(String(block.block_id), String(element.action_id), typed);
  return (
    <Menu
      label={placeholder}
      face={
        names.length > 0 ? <span>{names.join(', ')}</span> : <span class="placeholder">{placeholder}</span>
      }
      choices={choices}
      picked={picked}
      multiple={multiple}
      suggest={external ? ask : undefined}
      onPick={(v) => onPick(multiple ? v : (v[0] ?? null))}
      testId={testId}
      id={id}
    />
  );
}
