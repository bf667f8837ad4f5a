import type { Json } from '../../state/types.ts';
import { Link, Text } from '../mrkdwn/mrkdwn.tsx';
import { isSafeUrl } from '../mrkdwn/parse.ts';
import { Icon } from '../ui/icons.tsx';
import { Picture } from './picture.tsx';
import { wordsOf } from './surface.ts';

export function Alert({ block }: { block: Json }) {
  const level = String(block.level ?? 'default');
  return (
    <p class={`alert ${level}`} role={level === 'error' || level === 'warning' ? 'alert' : 'note'}>
      <Icon name={level === 'success' ? 'check' : 'info'} />
      <Text value={block.text} />
    </p>
  );
}

/** A file stored outside Slack. */
export function FileBlock({ block }: { block: Json }) {
  return (
    <p class="file">
      <Icon name="file" />
      <span>
        <b>{String(block.external_id)}</b>
        <small>{String(block.source)} file</small>
      </span>
    </p>
  );
}

/** The page plays no videos: it shows the still picture, which links to the video. */
export function Video({ block }: { block: Json }) {
  const title = wordsOf(block.title);
  const url = String(block.title_url ?? block.video_url);
  const still = { image_url: block.thumbnail_url, alt_text: block.alt_text };
  return (
    <figure class="video">
      <figcaption>
        {block.provider_name ? <small>{String(block.provider_name)}</small> : null}
        {block.author_name ? <small>{String(block.author_name)}</small> : null}
        <b>
          <Link url={url} label={title} />
        </b>
        {block.description ? <Text value={block.description} /> : null}
      </figcaption>
      <a
        class="video-still"
        href={isSafeUrl(url) ? url : '#'}
        target="_blank"
        rel="noreferrer"
        aria-label={title}
      >
        <Picture image={still} kind="large" />
        <span class="play">
          <Icon name="play" />
        </span>
      </a>
    </figure>
  );
}
