import type { ComponentChildren } from 'preact';
import type { Json } from '../../state/types.ts';
import { ChannelMention, Emoji, Link, Mention, Moment } from '../mrkdwn/mrkdwn.tsx';

export function RichText({ block }: { block: Json }) {
  return (
    <div class="rich-text">
      {(block.elements as Json[]).map((part, i) => (
        <Part key={String(i)} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: Json }) {
  const elements = part.elements as Json[];
  switch (part.type) {
    case 'rich_text_list': {
      const items = elements.map((item, i) => <li key={String(i)}>{inline(item.elements as Json[])}</li>);
      const indent = `indent-${Number(part.indent ?? 0)}`;
      return part.style === 'ordered' ? <ol class={indent}>{items}</ol> : <ul class={indent}>{items}</ul>;
    }
    case 'rich_text_quote':
      return <blockquote>{inline(elements)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{inline(elements)}</pre>;
    default:
      return <p>{inline(elements)}</p>;
  }
}

function inline(elements: Json[]) {
  return elements.map((element, i) => <Styled key={String(i)} element={element} />);
}

function Styled({ element }: { element: Json }) {
  const style = (element.style ?? {}) as Record<string, boolean>;
  let drawn: ComponentChildren = <Plain element={element} />;
  if (style.code) drawn = <code>{drawn}</code>;
  if (style.bold) drawn = <b>{drawn}</b>;
  if (style.italic) drawn = <i>{drawn}</i>;
  if (style.strike) drawn = <s>{drawn}</s>;
  if (style.underline) drawn = <u>{drawn}</u>;
  return <>{drawn}</>;
}

function Plain({ element: e }: { element: Json }) {
  switch (e.type) {
    case 'link':
      return <Link url={String(e.url)} label={String(e.text ?? e.url)} />;
    case 'user':
      return <Mention id={String(e.user_id)} />;
    case 'channel':
      return <ChannelMention id={String(e.channel_id)} label="" />;
    case 'usergroup':
      return <span class="mention">@{String(e.usergroup_id)}</span>;
    case 'broadcast':
      return <span class="mention loud">@{String(e.range)}</span>;
    case 'emoji':
      return <Emoji name={String(e.name)} />;
    case 'date':
      return (
        <Moment
          timestamp={Number(e.timestamp)}
          format={String(e.format)}
          {...(e.url ? { url: String(e.url) } : {})}
        />
      );
    case 'color':
      return <code>{String(e.value)}</code>;
    default:
      return <>{String(e.text ?? '')}</>;
  }
}
