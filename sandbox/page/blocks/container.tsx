import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Icon } from '../ui/icons.tsx';
import { BlockList } from './blocks.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';

/** A titled frame around other blocks, which may be collapsed. */
export function Container({ block }: { block: Json }) {
  const [folded, setFolded] = useState(block.default_collapsed === true);
  const icon = block.icon as Json | undefined;
  const head = (
    <>
      {icon && <Picture image={icon} kind="icon" />}
      <span>
        <b>
          {block.rich_text_title ? (
            <RichText block={block.rich_text_title as Json} />
          ) : (
            <Text value={block.title} />
          )}
        </b>
        {block.subtitle ? (
          <small>
            <Text value={block.subtitle} />
          </small>
        ) : null}
      </span>
    </>
  );
  const line = block.has_header_divider === true && !folded ? 'lined' : '';
  return (
    <section class={`container ${String(block.width ?? 'standard')}`}>
      {block.is_collapsible === true ? (
        <button
          type="button"
          class={`container-head ${line}`}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {head}
          <Icon name="chevron" />
        </button>
      ) : (
        <div class={`container-head ${line}`}>{head}</div>
      )}
      {!folded && <BlockList blocks={block.child_blocks as Json[]} />}
    </section>
  );
}
