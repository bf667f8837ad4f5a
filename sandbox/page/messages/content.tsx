import type { SeenFile, SeenMessage } from '../../client.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Picture } from '../blocks/picture.tsx';
import { Mrkdwn } from '../mrkdwn/mrkdwn.tsx';
import { usePage } from '../store.ts';
import { surfaceOf } from '../surfaces.ts';
import { Icon } from '../ui/icons.tsx';
import { useEntered } from '../use-entered.ts';

/** A message's content: its blocks, or its text if it has none; then its attachments. */
export function Content({ message }: { message: SeenMessage }) {
  const attached = (message.attachments ?? []) as Attachment[];
  const { typed, ...entering } = useEntered([
    ...(message.blocks ?? []),
    ...attached.flatMap((a) => a.blocks ?? []),
  ]);
  const where = { channel: message.channel, ts: message.ts };
  const surface = { ...surfaceOf(usePage(), where, typed), ...entering, values: message.values };
  return (
    <>
      {message.blocks && message.blocks.length > 0 ? (
        <Blocks blocks={message.blocks} {...surface} />
      ) : (
        message.text !== '' && (
          <p class="text">
            <Mrkdwn text={message.text} />
          </p>
        )
      )}
      {attached.map((one, i) => (
        <div key={String(i)} class="attachment" style={one.color ? { 'border-color': one.color } : {}}>
          {one.blocks ? (
            <Blocks blocks={one.blocks} {...surface} />
          ) : (
            <>
              {one.title && <b>{one.title}</b>}
              <Mrkdwn text={one.text ?? one.fallback ?? ''} />
            </>
          )}
        </div>
      ))}
      {message.files.map((file) => (
        <File key={file.id} file={file} />
      ))}
    </>
  );
}

interface Attachment {
  color?: string;
  title?: string;
  text?: string;
  fallback?: string;
  blocks?: Record<string, unknown>[];
}

const KILOBYTE = 1024;

function File({ file }: { file: SeenFile }) {
  const bytes = file.size === 1 ? '1 byte' : `${file.size} bytes`;
  const size = file.size < KILOBYTE ? bytes : `${Math.round(file.size / KILOBYTE)} kB`;
  if (file.mimetype.startsWith('image/')) {
    return (
      <figure class="block-image">
        <figcaption>{file.title || file.name}</figcaption>
        <Picture image={{ image_url: file.url, alt_text: file.alt_txt || file.name }} kind="large" />
      </figure>
    );
  }
  return (
    <a class="file" href={file.url} target="_blank" rel="noreferrer">
      <Icon name="file" />
      <span>
        <b>{file.title || file.name}</b>
        <small>{size}</small>
      </span>
    </a>
  );
}
