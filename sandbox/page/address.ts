export interface Address {
  channel: string;
  ts: string | undefined;
  thread: string | undefined;
}

/** The target of a permalink of this sandbox: `/archives/C…/p…`, with the thread of a reply. */
export function addressOf(url: string): Address | undefined {
  if (!URL.canParse(url, location.origin)) return undefined;
  const { origin, pathname, searchParams } = new URL(url, location.origin);
  const [, channel, ts] = /^\/archives\/(\w+)(?:\/p(\d{11,}))?$/.exec(pathname) ?? [];
  if (origin !== location.origin || !channel) return undefined;
  return {
    channel,
    ts: ts && `${ts.slice(0, -6)}.${ts.slice(-6)}`,
    thread: searchParams.get('thread_ts') ?? undefined,
  };
}

export function permalinkOf(message: { channel: string; ts: string; thread_ts?: string }): string {
  const { channel, ts, thread_ts } = message;
  const thread = thread_ts && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel}` : '';
  return `${location.origin}/archives/${channel}/p${ts.replace('.', '')}${thread}`;
}
