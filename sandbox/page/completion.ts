import type { Overview } from '../client.ts';

export interface Completion {
  label: string;
  hint: string;
  note: string;
  /** The whole text of the composer once this is taken. */
  completed: string;
}

const MOST = 8;

/** What could be meant by the command or the name that is being typed. */
export function completions(
  text: string,
  overview: Pick<Overview, 'commands' | 'members' | 'channels'>,
): Completion[] {
  if (/^\/\S*$/.test(text)) {
    return overview.commands
      .filter((c) => c.command.startsWith(text))
      .slice(0, MOST)
      .map((c) => ({
        label: c.command,
        hint: c.usage_hint,
        note: c.description,
        completed: `${c.command} `,
      }));
  }
  const name = /(^|\s)([@#])([\w-]*)$/.exec(text);
  if (!name) return [];
  const [, , sign, typed = ''] = name;
  const begun = text.slice(0, text.length - typed.length);
  const wanted = typed.toLowerCase();
  if (sign === '#') {
    return overview.channels
      .filter((c) => c.kind !== 'im' && c.name.startsWith(wanted))
      .slice(0, MOST)
      .map((c) => ({ label: `#${c.name}`, hint: '', note: '', completed: `${begun}${c.name} ` }));
  }
  return overview.members
    .filter(
      (m) => !m.deleted && [m.display_name, m.real_name].some((n) => n.toLowerCase().startsWith(wanted)),
    )
    .slice(0, MOST)
    .map((m) => ({
      label: `@${m.display_name}`,
      hint: '',
      note: m.is_bot ? 'App' : m.real_name,
      completed: `${begun}${m.display_name} `,
    }));
}
