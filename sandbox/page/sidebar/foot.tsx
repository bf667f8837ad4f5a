import { usePage } from '../store.ts';
import { THEMES, useTheme } from '../theme.ts';
import { Icon } from '../ui/icons.tsx';

const ICON = { system: 'screen', light: 'sun', dark: 'moon' } as const;
const SAID = { system: 'Like the system', light: 'Light', dark: 'Dark' } as const;

/** Settings of the page rather than the workspace: the inspector, and light or dark. */
export function SidebarFoot({ inspecting }: { inspecting: boolean }) {
  const { toggleInspector } = usePage();
  const [theme, setTheme] = useTheme();
  return (
    <div class="sidebar-foot">
      <button
        type="button"
        class="row"
        aria-pressed={inspecting}
        data-testid="inspector-toggle"
        onClick={toggleInspector}
      >
        <Icon name="pulse" />
        <span class="row-name">Inspector</span>
      </button>
      <fieldset class="theme">
        <legend class="for-readers">Appearance</legend>
        {THEMES.map((one) => (
          <button
            key={one}
            type="button"
            title={SAID[one]}
            aria-label={SAID[one]}
            aria-pressed={theme === one}
            data-testid={`theme-${one}`}
            onClick={() => setTheme(one)}
          >
            <Icon name={ICON[one]} />
          </button>
        ))}
      </fieldset>
    </div>
  );
}
