import {
  blockId,
  boolean,
  byType,
  type Check,
  integer,
  is,
  list,
  object,
  oneOf,
  string,
  webAddress,
} from './check.ts';

/** The pages of the elements differ in which of these each of them names; Slack takes all of them everywhere. */
const STYLES = ['bold', 'italic', 'strike', 'underline', 'code', 'highlight', 'client_highlight', 'unlink'];
const style = object({}, Object.fromEntries(STYLES.map((name) => [name, boolean])));
const styled = { style };

const inline: Check = byType(
  {
    text: object({ type: is('text'), text: string(3_000) }, styled),
    link: object(
      { type: is('link'), url: webAddress(3_000) },
      { ...styled, text: string(3_000), unsafe: boolean },
    ),
    user: object({ type: is('user'), user_id: string(255) }, styled),
    channel: object({ type: is('channel'), channel_id: string(255) }, styled),
    usergroup: object({ type: is('usergroup'), usergroup_id: string(255) }, styled),
    team: object({ type: is('team'), team_id: string(255) }, styled),
    broadcast: object({ type: is('broadcast'), range: oneOf('here', 'channel', 'everyone') }, styled),
    emoji: object(
      { type: is('emoji'), name: string(255) },
      { ...styled, unicode: string(255), url: webAddress(3_000) },
    ),
    date: object(
      { type: is('date'), timestamp: integer(0, 99_999_999_999), format: string(255) },
      { ...styled, url: webAddress(3_000), fallback: string(255) },
    ),
    color: object({ type: is('color'), value: string(255) }, styled),
  },
  'a rich text element',
);

const border = { border: oneOf(0, 1) };
const section = object({ type: is('rich_text_section'), elements: list(inline, 1_000, 0) });

const fields = {
  type: is('rich_text'),
  elements: list(
    byType(
      {
        rich_text_section: section,
        rich_text_list: object(
          { type: is('rich_text_list'), style: oneOf('bullet', 'ordered'), elements: list(section, 1_000) },
          { ...border, indent: integer(0, 8), offset: integer(0, 10_000) },
        ),
        rich_text_quote: object({ type: is('rich_text_quote'), elements: list(inline, 1_000) }, border),
        rich_text_preformatted: object(
          { type: is('rich_text_preformatted'), elements: list(inline, 1_000) },
          { ...border, language: string(255) },
        ),
      },
      'a part of a rich text',
    ),
    1_000,
    0,
  ),
};

export const richText: Check = object(fields, { block_id: blockId });
