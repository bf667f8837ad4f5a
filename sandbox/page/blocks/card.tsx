import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Icon } from '../ui/icons.tsx';
import { Element } from './element.tsx';
import { Picture } from './picture.tsx';

export function Card({ block }: { block: Json }) {
  const icon = block.icon as Json | undefined;
  const hero = block.hero_image as Json | undefined;
  const actions = (block.actions as Json[] | undefined) ?? [];
  return (
    <div class="card">
      {hero && <Picture image={hero} kind="hero" />}
      <div class="card-body">
        <div class="card-head">
          {icon && <Picture image={icon} kind="icon" />}
          {block.slack_icon ? <Icon name="box" /> : null}
          <div>
            <Line value={block.title} of="card-title" />
            <Line value={block.subtitle} of="card-subtitle" />
          </div>
        </div>
        <Line value={block.body} of="card-text" />
        <Line value={block.subtext} of="card-subtext" />
      </div>
      {actions.length > 0 && (
        <div class="block-actions">
          {actions.map((action) => (
            <Element key={String(action.action_id)} block={block} element={action} />
          ))}
        </div>
      )}
    </div>
  );
}

function Line({ value, of }: { value: unknown; of: string }) {
  if (!value) return null;
  return (
    <p class={of}>
      <Text value={value} />
    </p>
  );
}

/** Cards side by side, which scroll within their own frame. */
export function Carousel({ block }: { block: Json }) {
  return (
    <section class="carousel" aria-label="Cards">
      {(block.elements as Json[]).map((card, i) => (
        <Card key={String(card.block_id ?? i)} block={card} />
      ))}
    </section>
  );
}
