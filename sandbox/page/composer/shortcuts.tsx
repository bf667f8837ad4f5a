import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';

/** The app's global shortcuts. */
export function GlobalShortcuts() {
  const { overview, client, me, act } = usePage();
  const shortcuts = overview.shortcuts.filter((s) => s.type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Menu
      label="Shortcuts"
      face={<Icon name="bolt" />}
      look="quiet"
      above
      testId="shortcuts"
      choices={shortcuts.map((s) => ({
        value: s.callback_id,
        label: s.name,
        note: s.description,
        group: overview.bot.name,
      }))}
      onPick={([picked]) => act(client.shortcut(me, picked ?? ''))}
    />
  );
}
