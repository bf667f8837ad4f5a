import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Element } from './element.tsx';
import { Picture } from './picture.tsx';

export function Header({ block }: { block: Json }) {
  return (
    <h3 class="block-header">
      <Text value={block.text} />
    </h3>
  );
}

export function Divider() {
  return <hr />;
}

export function Context({ block }: { block: Json }) {
  return (
    <div class="block-context">
      {(block.elements as Json[]).map((e, i) =>
        e.type === 'image' ? (
          <Picture key={String(i)} image={e} kind="inline" />
        ) : (
          <Text key={String(i)} value={e} />
        ),
      )}
    </div>
  );
}

/** Buttons and menus in a row; small ones below an answer. */
export function Actions({ block }: { block: Json }) {
  return (
    <div class={block.type === 'context_actions' ? 'block-actions small' : 'block-actions'}>
      {(block.elements as Json[]).map((e) => (
        <Element key={String(e.action_id)} block={block} element={e} />
      ))}
    </div>
  );
}

export function Image({ block }: { block: Json }) {
  return (
    <figure class="block-image">
      {block.title ? (
        <figcaption>
          <Text value={block.title} />
        </figcaption>
      ) : null}
      <Picture image={block} kind="large" />
    </figure>
  );
}

export function Section({ block }: { block: Json }) {
  const fields = (block.fields as Json[] | undefined) ?? [];
  const accessory = block.accessory as Json | undefined;
  return (
    <div class="block-section">
      <div class="section-text">
        {block.text ? (
          <p>
            <Text value={block.text} />
          </p>
        ) : null}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, i) => (
              <p key={String(i)}>
                <Text value={field} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          {accessory.type === 'image' ? (
            <Picture image={accessory} kind="thumb" />
          ) : (
            <Element block={block} element={accessory} />
          )}
        </div>
      )}
    </div>
  );
}
