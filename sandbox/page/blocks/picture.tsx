import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';

/** An image, or its alternative text when it cannot be shown. */
export function Picture({
  image,
  kind,
}: {
  image: Json;
  kind: 'inline' | 'icon' | 'thumb' | 'large' | 'hero';
}) {
  const [broken, setBroken] = useState(false);
  const url = addressOf(image);
  const alt = String(image.alt_text ?? '');
  if (broken || url === '') return <span class={`picture missing ${kind}`}>{alt || 'Picture'}</span>;
  return <img class={`picture ${kind}`} src={url} alt={alt} title={alt} onError={() => setBroken(true)} />;
}

/** A file of the workspace has no public URL; the sandbox serves it to the page by id. */
function addressOf(image: Json): string {
  if (typeof image.image_url === 'string') return image.image_url;
  const { id, url } = (image.slack_file ?? {}) as { id?: string; url?: string };
  const file = id ?? /\/files-pri\/\w+-(\w+)\//.exec(url ?? '')?.[1];
  return file ? `/control/files/${file}` : '';
}
