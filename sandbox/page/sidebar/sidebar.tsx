import { isAppDm } from '../names.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Acting } from './acting.tsx';
import { SidebarFoot } from './foot.tsx';
import { Row } from './row.tsx';

export function Sidebar(props: {
  open: boolean;
  close: () => void;
  search: () => void;
  inspecting: boolean;
}) {
  const { open, close, search, inspecting } = props;
  const { overview } = usePage();
  const channels = overview.channels.filter((c) => c.kind === 'public' || c.kind === 'private');
  const people = overview.channels.filter(
    (c) => (c.kind === 'im' || c.kind === 'mpim') && !isAppDm(c, overview),
  );
  const apps = overview.channels.filter((c) => isAppDm(c, overview));
  return (
    <>
      {open && <button type="button" class="shade" aria-label="Close the sidebar" onClick={close} />}
      <nav class={open ? 'sidebar open' : 'sidebar'} aria-label="Workspace" onKeyDown={moveFocus}>
        <div class="workspace">
          <span class="workspace-mark" aria-hidden="true">
            {overview.team.name[0]}
          </span>
          <div>
            <strong>{overview.team.name}</strong>
            <Connection />
          </div>
        </div>
        <Acting />
        <button type="button" class="search-button" onClick={search}>
          <Icon name="search" />
          <span>Go to…</span>
          <kbd>Ctrl K</kbd>
        </button>
        <div class="places">
          {[
            { title: 'Channels', rows: channels },
            { title: 'Direct messages', rows: people },
            { title: 'Apps', rows: apps },
          ].map(
            ({ title, rows }) =>
              rows.length > 0 && (
                <section key={title} aria-label={title}>
                  <h2>{title}</h2>
                  <ul>
                    {rows.map((c) => (
                      <Row key={c.id} channel={c} />
                    ))}
                  </ul>
                </section>
              ),
          )}
        </div>
        <SidebarFoot inspecting={inspecting} />
      </nav>
    </>
  );
}

/** Arrow keys move through the rows, without the Tab stops in between. */
function moveFocus(e: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  const rows = [...(e.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.row')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  e.preventDefault();
  rows[at + step]?.focus();
}

function Connection() {
  const { overview } = usePage();
  const socket = overview.delivery === 'socket';
  const up = !socket || overview.connections > 0;
  const words = socket ? (up ? 'app connected' : 'waiting for the app') : 'app over HTTP';
  return (
    <span class={up ? 'connection up' : 'connection'} role="status">
      {words}
    </span>
  );
}
