import { blockId, type Check, is, matching, object, refuse, string, webAddress } from './check.ts';
import { imageSource, oneImageSource } from './images.ts';
import { plainText } from './text.ts';

const id = { block_id: blockId };
const https = matching(/^https:\/\/\S{1,2992}$/, 'an https URL');

export const image: Check = object(
  { type: is('image'), alt_text: string(2_000) },
  { ...id, ...imageSource, title: plainText(2_000) },
  oneImageSource,
);

/** The reference says "less than" 200 and 50 characters. */
export const video: Check = object(
  {
    type: is('video'),
    video_url: https,
    thumbnail_url: webAddress(3_000),
    alt_text: string(2_000),
    title: plainText(199),
  },
  {
    ...id,
    title_url: https,
    author_name: string(49),
    provider_name: string(255),
    provider_icon_url: webAddress(3_000),
    description: plainText(199),
  },
);

/** Slack itself adds file blocks to messages; an app cannot post one. */
export const file: Check = (_value, pointer, issues) => {
  refuse(issues, `${pointer}/type`, 'a file block cannot be posted, only read');
};
