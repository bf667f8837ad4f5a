import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SandboxClient } from '../client.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { Home } from './home.tsx';
import { Messages } from './messages.tsx';
import { Modal } from './modal.tsx';
import { Sidebar } from './sidebar.tsx';
import { load, markRead, type Page, PageContext, type Snapshot } from './store.ts';
import { Thread } from './thread.tsx';

/** The whole page: one member, one conversation, and whatever is open beside and above it. */
export function App({ client, first }: { client: SandboxClient; first: string }) {
  const [me, setMe] = useState(localStorage.getItem('sandbox-me') ?? first);
  // A permalink opens its channel.
  const [channel, setChannel] = useState(/^\/archives\/(\w+)/.exec(location.pathname)?.[1] ?? '');
  const [tab, setTab] = useState<'home' | 'messages'>('messages');
  const [thread, setThread] = useState<string>();
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [draft, setDraft] = useState({ text: '', stamp: 0 });
  const [drawer, setDrawer] = useState(false);
  const [toast, setToast] = useState('');
  const wanted = useRef({ me, channel });
  wanted.current = { me, channel };

  const refresh = useCallback(async () => {
    const asked = { ...wanted.current };
    try {
      const place =
        asked.channel || (await client.overview(asked.me)).channels[0]?.id || (await client.openDm(asked.me));
      const next = await load(client, asked.me, place);
      // Whoever switched meanwhile gets their own answer.
      if (asked.me !== wanted.current.me || asked.channel !== wanted.current.channel) return;
      if (!asked.channel) setChannel(place);
      const latest = next.overview.channels.find((c) => c.id === place)?.latest;
      if (latest && document.hasFocus()) markRead(asked.me, place, latest);
      setSnapshot(next);
    } catch {
      // The member or the channel of the last visit may be gone: begin at the first again.
      if (asked.me !== first) setMe(first);
      if (asked.channel) setChannel('');
    }
  }, [client, first]);

  useEffect(() => {
    void refresh();
  }, [refresh, me, channel]);

  useEffect(() => {
    let waiting = false;
    return client.subscribe((change) => {
      if (waiting || change.type === 'traffic') return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        void refresh();
      });
    });
  }, [client, refresh]);

  if (!snapshot) return <p class="loading">Opening the workspace…</p>;

  const act = async (what: Promise<unknown>) => {
    try {
      await what;
    } catch (error) {
      setToast(error instanceof Error ? error.message : String(error));
      setTimeout(() => setToast(''), 4_000);
    }
  };
  const open = (tab: 'home' | 'messages') => {
    setTab(tab);
    void act(client.openHome(me, tab));
  };
  const page: Page = {
    ...snapshot,
    client,
    me,
    channel,
    thread,
    tab,
    act,
    openThread: setThread,
    openTab: open,
    suggest: (text) => setDraft({ text, stamp: Date.now() }),
    go(id) {
      setThread(undefined);
      setDrawer(false);
      setChannel(id);
      const dm = snapshot.overview.channels.find((c) => c.id === id)?.kind === 'im';
      setTab('messages');
      if (dm) open('messages');
    },
  };
  const actAs = (user: string) => {
    localStorage.setItem('sandbox-me', user);
    setThread(undefined);
    setSnapshot(undefined);
    setChannel('');
    setMe(user);
  };
  const here = snapshot.overview.channels.find((c) => c.id === channel);
  const atHome = here?.kind === 'im' && tab === 'home';
  const threadRoot = snapshot.messages.find((m) => m.ts === thread);

  return (
    <PageContext.Provider value={page}>
      <div class={threadRoot ? 'layout with-thread' : 'layout'}>
        <Sidebar open={drawer} close={() => setDrawer(false)} actAs={actAs} />
        <main class="conversation">
          <Header openDrawer={() => setDrawer(true)} />
          {atHome ? (
            <Home />
          ) : (
            <>
              <Messages key={`${me}:${channel}`} />
              <Composer
                key={channel}
                draft={draft}
                place={here ? nameOf(here, snapshot.overview.bot.name) : ''}
              />
            </>
          )}
        </main>
        {threadRoot && <Thread root={threadRoot} />}
      </div>
      {snapshot.views.length > 0 && <Modal key={snapshot.views.at(-1)?.id} stack={snapshot.views} />}
      {toast && (
        <div class="toast" role="alert">
          {toast}
        </div>
      )}
    </PageContext.Provider>
  );
}

function nameOf(channel: { kind: string; name: string }, bot: string): string {
  return channel.kind === 'im' ? bot : `#${channel.name}`;
}
