const KEY = 'sandbox-dismissed';

/** Ephemeral messages that a member dismissed. Only the page remembers it, since nobody else has them. */
export interface Dismissed {
  has: (ts: string) => boolean;
  with: (ts: string) => Dismissed;
}

export function hiddenBy(me: string): Dismissed {
  const key = `${KEY}:${me}`;
  const kept = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]);
  return {
    has: (ts) => kept.has(ts),
    with(ts) {
      sessionStorage.setItem(key, JSON.stringify([...kept, ts]));
      return hiddenBy(me);
    },
  };
}
