import type { Overview } from '../../client.ts';

export interface Completion {
  label: string;
  hint: string;
  note: string;
  /** The whole text of the composer after this choice, and the new position of the caret. */
  completed: string;
  caret: number;
}

const MOST = 8;

/** Completions of the command or name before the caret. */
export function completions(
  text: string,
  caret: number,
  overview: Pick<Overview, 'commands' | 'members' | 'channels'>,
): Completion[] {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  const put = (begun: string, word: string) => ({
    completed: `${begun}${word}${after.startsWith(' ') ? '' : ' '}${after}`,
    caret: begun.length + word.length + 1,
  });
  if (/^\/\S*$/.test(before)) {
    return overview.commands
      .filter((c) => c.command.startsWith(before))
      .slice(0, MOST)
      .map((c) => ({
        label: c.command,
        hint: c.usage_hint,
        note: c.description,
        ...put('', c.command),
      }));
  }
  const name = /(^|\s)([@#])([\w-]*)$/.exec(before);
  if (!name) return [];
  const [, , sign, typed = ''] = name;
  const begun = before.slice(0, before.length - typed.length);
  const wanted = typed.toLowerCase();
  if (sign === '#') {
    return overview.channels
      .filter((c) => (c.kind === 'public' || c.kind === 'private') && c.name.startsWith(wanted))
      .slice(0, MOST)
      .map((c) => ({ label: `#${c.name}`, hint: '', note: '', ...put(begun, c.name) }));
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
      ...put(begun, m.display_name),
    }));
}
