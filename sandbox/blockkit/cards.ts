import { button } from './buttons.ts';
import {
  blockId,
  boolean,
  byType,
  type Check,
  type Issue,
  is,
  list,
  object,
  oneOf,
  refuse,
  string,
} from './check.ts';
import { imageElement } from './images.ts';
import { richText } from './rich-text.ts';
import { anyText, plainText } from './text.ts';

const id = { block_id: blockId };
const slackIcon = object({ type: is('icon'), name: string(255) });

export const alert: Check = object(
  { type: is('alert'), text: anyText(200) },
  { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
);

export const card: Check = object(
  { type: is('card') },
  {
    ...id,
    hero_image: imageElement,
    icon: imageElement,
    slack_icon: slackIcon,
    title: anyText(150),
    subtitle: anyText(150),
    body: anyText(200),
    subtext: anyText(200),
    actions: list(byType({ button }, 'an action'), 3),
  },
  (value, pointer, issues) => {
    if (['hero_image', 'title', 'actions', 'body'].every((part) => value[part] === undefined))
      refuse(issues, pointer, 'must have hero_image, title, actions or body');
    if (value.icon !== undefined && value.slack_icon !== undefined)
      refuse(issues, pointer, 'must not have both icon and slack_icon');
  },
);

export const carousel: Check = object(
  { type: is('carousel'), elements: list(byType({ card }, 'a card'), 10) },
  id,
);

/** A frame around other blocks. */
export const container = (inside: Record<string, Check>): Check =>
  object(
    { type: is('container'), child_blocks: list(byType(inside, 'a block'), 10) },
    {
      ...id,
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    titled,
  );

function titled(value: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  if (value.title === undefined && value.rich_text_title === undefined)
    refuse(issues, pointer, 'must have title or rich_text_title');
  if (value.default_collapsed === true && value.is_collapsible !== true)
    refuse(issues, `${pointer}/default_collapsed`, 'needs is_collapsible');
}
