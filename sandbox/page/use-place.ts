import { useState } from 'preact/hooks';
import type { SandboxClient } from '../client.ts';
import { addressOf } from './address.ts';
import type { Edited, Tab } from './store.ts';

/** The current member and their place: a channel, a tab of the app, a thread, a linked message. */
export interface Place {
  me: string;
  channel: string;
  tab: Tab;
  thread: string | undefined;
  target: string | undefined;
  editing: Edited | undefined;
  /** Counts visits: following the same link again scrolls there again. */
  visits: number;
}

const ME = 'sandbox-me';
const NOTHING_OPEN = { thread: undefined, target: undefined, editing: undefined };

export function usePlace(client: SandboxClient, first: string) {
  const [place, setPlace] = useState<Place>(() => {
    const address = addressOf(location.href);
    return {
      me: localStorage.getItem(ME) ?? first,
      channel: address?.channel ?? '',
      tab: 'messages',
      thread: address?.thread,
      target: address?.ts,
      editing: undefined,
      visits: 0,
    };
  });
  const move = (change: Partial<Place>) => setPlace((before) => ({ ...before, ...change }));
  const visit = (channel: string, more: Partial<Place> = {}) => {
    // The URL follows, so that a reload comes back here.
    if (channel) history.replaceState(null, '', `/archives/${channel}`);
    const there = { ...NOTHING_OPEN, channel, tab: 'messages' as const, ...more };
    setPlace((before) => ({ ...before, ...there, visits: before.visits + 1 }));
  };
  return {
    place,
    move,
    visit,
    /** A place for this member when the channel is not theirs; or for another member when this one is gone. */
    startOver: () => move({ ...NOTHING_OPEN, me: place.channel ? place.me : first, channel: '' }),
    /** The same channel as another member, if they are in it; their own conversation with the app, and its tab. */
    async actAs(me: string, withApp: boolean) {
      const tab = withApp ? place.tab : 'messages';
      const there = withApp ? { channel: await client.openDm(me) } : {};
      localStorage.setItem(ME, me);
      if (withApp) history.replaceState(null, '', `/archives/${there.channel}`);
      move({ ...NOTHING_OPEN, ...there, me, tab });
      if (withApp) await client.openHome(me, tab);
    },
    follow(url: string): boolean {
      const address = addressOf(url);
      if (!address) return false;
      visit(address.channel, { thread: address.thread, target: address.ts });
      return true;
    },
    openTab: (tab: Tab) => {
      move({ tab });
      return client.openHome(place.me, tab);
    },
  };
}
