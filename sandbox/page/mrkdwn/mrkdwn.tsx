import { usePage } from '../store.ts';
import { formatDate } from './date.ts';
import { emojiOf, shapeOf } from './emoji.ts';
import { isSafeUrl, type Piece, parseMrkdwn, unescapeText } from './parse.ts';

/** Formatted text of a message or a block. */
export function Mrkdwn({ text }: { text: string }) {
  return <span class="mrkdwn">{parseMrkdwn(text).map(draw)}</span>;
}

/** A text object: mrkdwn is formatted, plain text only gets its emoji. */
export function Text({ value }: { value: unknown }) {
  const { type, text } = (value ?? {}) as { type?: string; text?: string };
  if (type === 'mrkdwn') return <Mrkdwn text={text ?? ''} />;
  const parts = unescapeText(text ?? '').split(/:([a-z0-9_+-]+):/);
  return (
    <span class="plain">
      {parts.map((part, i) => (i % 2 === 1 ? <Emoji key={String(i)} name={part} /> : part))}
    </span>
  );
}

function draw(piece: Piece, key: number) {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'bold':
      return <b key={key}>{piece.children.map(draw)}</b>;
    case 'italic':
      return <i key={key}>{piece.children.map(draw)}</i>;
    case 'strike':
      return <s key={key}>{piece.children.map(draw)}</s>;
    case 'quote':
      return <blockquote key={key}>{piece.children.map(draw)}</blockquote>;
    case 'code':
      return <code key={key}>{piece.text}</code>;
    case 'pre':
      return <pre key={key}>{piece.text}</pre>;
    case 'link':
      return <Link key={key} url={piece.url} label={piece.label} />;
    case 'user':
      return <Mention key={key} id={piece.id} />;
    case 'channel':
      return <ChannelMention key={key} id={piece.id} label={piece.label} />;
    case 'usergroup':
      return <span class="mention">@{piece.label || piece.id}</span>;
    case 'broadcast':
      return <span class="mention loud">@{piece.range}</span>;
    case 'emoji':
      return <Emoji key={key} name={piece.name} />;
    case 'date':
      return <Moment key={key} {...piece} />;
  }
}

export function Emoji({ name }: { name: string }) {
  const drawn = shapeOf(name);
  if (drawn)
    return (
      <span
        class={`shape ${drawn.shape} ${drawn.colour}`}
        role="img"
        aria-label={name.replaceAll('_', ' ')}
      />
    );
  return <span>{emojiOf(name) ?? `:${name}:`}</span>;
}

export function Link({ url, label }: { url: string; label: string }) {
  const { follow } = usePage();
  if (!isSafeUrl(url)) return <span>{label}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      // A permalink stays on the page.
      onClick={(e) => follow(url) && e.preventDefault()}
    >
      {label}
    </a>
  );
}

export function Mention({ id }: { id: string }) {
  const { overview, me } = usePage();
  const member = overview.members.find((m) => m.id === id);
  return <span class={id === me ? 'mention mine' : 'mention'}>@{member?.display_name ?? id}</span>;
}

export function ChannelMention({ id, label }: { id: string; label: string }) {
  const { overview, go } = usePage();
  const channel = overview.channels.find((c) => c.id === id);
  if (!channel) return <span class="mention">#{label || id}</span>;
  return (
    <button type="button" class="mention" onClick={() => go(id)}>
      #{channel.name}
    </button>
  );
}

export function Moment(date: { timestamp: number; format: string; url?: string; fallback?: string }) {
  const { overview, me } = usePage();
  const zone = overview.members.find((m) => m.id === me)?.tz ?? 'Etc/UTC';
  const words = formatDate(date.timestamp, date.format, zone, overview.now);
  const title = formatDate(date.timestamp, '{date_long} {time_secs}', zone, overview.now);
  if (date.url) return <Link url={date.url} label={words} />;
  return (
    <time title={`${title} (${zone})`} dateTime={new Date(date.timestamp * 1000).toISOString()}>
      {words}
    </time>
  );
}
