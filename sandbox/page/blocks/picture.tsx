import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';

/** An image, or its alternative text when it cannot be shown. */
export function Picture({ image, kind }: { image: Json; kind: 'inline' | 'thumb' | 'large' }) {
  const [broken, setBroken] = useState(false);
  const url = typeof image.image_url === 'string' ? image.image_url : '';
  const alt = String(image.alt_text ?? '');
  if (broken || url === '') return <span class={`picture missing ${kind}`}>{alt}</span>;
  return <img class={`picture ${kind}`} src={url} alt={alt} title={alt} onError={() => setBroken(true)} />;
}
