import { useEffect, useState } from 'preact/hooks';
import type { SandboxClient } from '../client.ts';
import { Composer } from './composer/composer.tsx';
import { useWayToComposer } from './composer/use-focus.ts';
import { Header } from './header.tsx';
import { Home } from './home.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { Messages } from './messages/messages.tsx';
import { Thread } from './messages/thread.tsx';
import { ModalStack } from './modal.tsx';
import { isAppDm } from './names.ts';
import { Sidebar } from './sidebar/sidebar.tsx';
import { type Page, PageContext } from './store.ts';
import { Switcher } from './switcher.tsx';
import { Toast, useToast } from './toast.tsx';
import { usePlace } from './use-place.ts';
import { useSnapshot } from './use-snapshot.ts';

/** The whole page: one member, one conversation, and everything open beside and above it. */
export function App({ client, first }: { client: SandboxClient; first: string }) {
  const { place, move, visit, startOver, actAs, follow, openTab } = usePlace(client, first);
  const { snapshot, ready } = useSnapshot(client, place, {
    arrive: (channel) => move({ channel }),
    lost: startOver,
  });
  const [draft, setDraft] = useState({ text: '', stamp: 0 });
  const [sent, setSent] = useState(0);
  const [open, setOpen] = useState({ drawer: false, inspector: false, switcher: false });
  const { said, say, act } = useToast();
  const show = (part: keyof typeof open, on: boolean) => setOpen((before) => ({ ...before, [part]: on }));
  useWayToComposer();
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key !== 'k' || !(e.ctrlKey || e.metaKey)) return;
      e.preventDefault();
      show('switcher', true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  if (!snapshot) return <p class="loading">Opening the workspace…</p>;

  const here = snapshot.overview.channels.find((c) => c.id === place.channel);
  const page: Page = {
    ...snapshot,
    ...place,
    client,
    act,
    say,
    actAs: (user) => void act(actAs(user, isAppDm(here, snapshot.overview))),
    follow,
    openTab: (tab) => void act(openTab(tab)),
    openThread: (thread) => move({ thread }),
    edit: (editing) => move({ editing }),
    sent,
    noteSent: () => setSent((before) => before + 1),
    suggest: (text) => setDraft({ text, stamp: Date.now() }),
    toggleInspector: () => show('inspector', !open.inspector),
    go(id) {
      visit(id);
      show('drawer', false);
      if (snapshot.overview.channels.find((c) => c.id === id)?.kind === 'im')
        void act(client.openHome(place.me, 'messages'));
    },
  };
  const atHome = here?.kind === 'im' && place.tab === 'home';
  const root = snapshot.messages.find((m) => m.ts === place.thread);

  return (
    <PageContext.Provider value={page}>
      <div class="layout" data-acting={ready ? place.me : undefined}>
        <Sidebar
          open={open.drawer}
          close={() => show('drawer', false)}
          search={() => show('switcher', true)}
          inspecting={open.inspector}
        />
        <main class="conversation">
          <Header openDrawer={() => show('drawer', true)} />
          {ready && atHome && <Home />}
          {ready && !atHome && (
            <>
              <Messages key={`${place.me}:${place.channel}:${place.visits}`} />
              <Composer key={`${place.me}:${place.channel}`} draft={draft} />
            </>
          )}
        </main>
        {root && <Thread key={root.ts} root={root} />}
        {open.inspector && <Inspector close={() => show('inspector', false)} />}
      </div>
      <ModalStack />
      {open.switcher && <Switcher close={() => show('switcher', false)} />}
      <Toast said={said} />
    </PageContext.Provider>
  );
}
