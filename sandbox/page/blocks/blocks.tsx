import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Element } from './element.tsx';
import { Input } from './input.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';
import { type Surface, SurfaceContext } from './surface.ts';
import { Table } from './table.tsx';

export type { Entered } from './surface.ts';

export function Blocks(surface: Surface) {
  return (
    <SurfaceContext.Provider value={surface}>
      <div class="blocks">
        {surface.blocks.map((block) => (
          <Block key={String(block.block_id)} block={block} />
        ))}
      </div>
    </SurfaceContext.Provider>
  );
}

function Block({ block }: { block: Json }) {
  const elements = (block.elements as Json[] | undefined) ?? [];
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h3 class="block-header">
          <Text value={block.text} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return (
        <div class="block-context">
          {elements.map((e, i) =>
            e.type === 'image' ? (
              <Picture key={String(i)} image={e} kind="inline" />
            ) : (
              <Text key={String(i)} value={e} />
            ),
          )}
        </div>
      );
    case 'actions':
      return (
        <div class="block-actions">
          {elements.map((e) => (
            <Element key={String(e.action_id)} block={block} element={e} />
          ))}
        </div>
      );
    case 'image':
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
    case 'input':
      return <Input block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'table':
      return <Table block={block} />;
    default:
      return <p class="unknown-block">A {String(block.type)} block, which this page cannot draw.</p>;
  }
}

function Section({ block }: { block: Json }) {
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
