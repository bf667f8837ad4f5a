import { expect, test } from 'vitest';
import type { Overview } from '../../client.ts';
import { typedText } from './typed.ts';

const overview = {
  members: [{ id: 'U1', display_name: 'Maya' }],
  channels: [{ id: 'C1', name: 'ops-daily' }],
} as unknown as Pick<Overview, 'members' | 'channels'>;

test.each([
  ['<@U1> see <#C1|ops-daily> or <#C1>', '@Maya see #ops-daily or #ops-daily'],
  ['<!here> a &lt; b &amp; c', '@here a < b & c'],
  [
    '<https://shop.test/a?b=1&amp;c=2> <mailto:a@shop.test|a@shop.test>',
    'https://shop.test/a?b=1&c=2 a@shop.test',
  ],
  ['<@UGONE>', '<@UGONE>'],
])('%s is edited as %s', (text, typed) => {
  expect(typedText(text, overview)).toBe(typed);
});
