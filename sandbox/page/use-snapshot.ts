import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change, Overview, SandboxClient } from '../client.ts';
import { markRead } from './kept.ts';
import { withoutForgotten } from './messages/forgotten.ts';
import { load, type Snapshot } from './store.ts';
import { useChanges } from './use-changes.ts';
import type { Place } from './use-place.ts';

type Where = Pick<Place, 'me' | 'channel'>;

/** A member's data at this place. After a change in the sandbox only the affected parts are reloaded. */
export function useSnapshot(
  client: SandboxClient,
  { me, channel }: Place,
  on: { arrive: (channel: string) => void; lost: () => void },
): { snapshot: Snapshot | undefined; ready: boolean } {
  const [seen, setSeen] = useState<Snapshot & Where>();
  const held = useRef(seen);
  const openedAt = useRef<number | undefined>(undefined);
  const wanted = useRef<Where>({ me, channel });
  wanted.current = { me, channel };
  const then = useRef(on);
  then.current = on;
  // One load after the other: an overtaken answer would bring back outdated data.
  const queue = useRef(Promise.resolve());

  const look = (changes: Change[] = []) => {
    queue.current = queue.current.then(async () => {
      const at = wanted.current;
      try {
        if (!at.channel) return then.current.arrive(await firstPlace(client, at.me));
        const before = held.current && same(held.current, at) ? held.current : undefined;
        const loaded = await load(client, at, before, changes);
        openedAt.current ??= loaded.overview.now;
        const next = withoutForgotten(loaded, openedAt.current);
        // After a switch in the meantime the new member's answer counts.
        if (next === before || !same(at, wanted.current)) return;
        const latest = next.overview.channels.find((c) => c.id === at.channel)?.latest;
        if (latest && document.hasFocus()) markRead(at.me, at.channel, latest);
        held.current = { ...next, ...at };
        setSeen(held.current);
      } catch (error) {
        // While the sandbox is away the page stays as it is; it reloads on `hello`.
        if (!isUnreachable(error) && same(at, wanted.current)) then.current.lost();
      }
    });
    return queue.current;
  };
  useEffect(() => {
    void look();
  }, [client, me, channel]);
  useChanges(client, look);

  // Until the next answer the frame stays, without the data of another member or channel.
  const ready = seen?.me === me && seen.channel === channel;
  const elsewhere = { messages: [], notices: [], forgot: false };
  const anothers = { ...elsewhere, notifications: [], views: [], home: null };
  const snapshot = seen && { ...seen, ...(ready ? {} : seen.me === me ? elsewhere : anothers) };
  return { snapshot, ready };
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError;
}

function same(a: Where, b: Where): boolean {
  return a.me === b.me && a.channel === b.channel;
}

async function firstPlace(client: SandboxClient, me: string): Promise<string> {
  return firstChannel(await client.overview(me)) ?? (await client.openDm(me));
}

function firstChannel({ channels }: Overview): string | undefined {
  return channels.find((c) => c.kind === 'public' || c.kind === 'private')?.id;
}
