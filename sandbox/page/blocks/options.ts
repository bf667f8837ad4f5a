import type { Overview } from '../../client.ts';
import type { Json } from '../../state/types.ts';
import type { Choice } from '../ui/menu.tsx';
import { wordsOf } from './surface.ts';

/** The choices of a select: its own options, or the workspace's people and channels. */
export function choicesOf(element: Json, overview: Overview): Choice[] {
  const type = String(element.type);
  if (type.includes('users_select')) {
    return overview.members
      .filter((m) => !m.deleted)
      .map((m) => ({ value: m.id, label: m.real_name, note: m.is_bot ? 'App' : `@${m.name}` }));
  }
  if (type.includes('channels_select') || type.includes('conversations_select')) {
    return overview.channels
      .filter((c) => c.kind === 'public' || (c.kind === 'private' && !type.includes('channels_select')))
      .map((c) => ({ value: c.id, label: `#${c.name}` }));
  }
  return optionsOf(element);
}

/** The options of an element, or of the answer to a `block_suggestion`, groups named. */
export function optionsOf({ options, option_groups }: Json): Choice[] {
  const grouped = ((option_groups as Json[] | undefined) ?? []).flatMap((group) =>
    (group.options as Json[]).map((o) => ({ ...choice(o), group: wordsOf(group.label) })),
  );
  return [...((options as Json[] | undefined) ?? []).map(choice), ...grouped];
}

function choice(option: Json): Choice {
  const note = wordsOf(option.description);
  return { value: String(option.value), label: wordsOf(option.text), ...(note ? { note } : {}) };
}

const HELD = [
  'selected_option',
  'selected_options',
  'selected_user',
  'selected_users',
  'selected_channel',
  'selected_channels',
  'selected_conversation',
  'selected_conversations',
];

/** The values that an element holds now, or held when it was drawn. */
export function pickedOf(element: Json, state: Json | undefined): string[] {
  return held(element, state).map((one) => (isOption(one) ? String(one.value) : String(one)));
}

/** The chosen options of an external select, which only the app knows otherwise. */
export function heldChoices(element: Json, state: Json | undefined): Choice[] {
  return held(element, state).filter(isOption).map(choice);
}

function held(element: Json, state: Json | undefined): unknown[] {
  const from = state ?? element;
  const fields = state ? HELD : HELD.map((field) => field.replace('selected', 'initial'));
  return fields.flatMap((field) => from[field] ?? []);
}

function isOption(one: unknown): one is Json {
  return typeof one === 'object' && one !== null;
}
