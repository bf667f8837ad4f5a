import { expect, test } from 'vitest';
import type { Overview } from '../../client.ts';
import { completions } from './completion.ts';

const overview = {
  commands: [{ command: '/count', description: 'Count a thing', usage_hint: '[thing]' }],
  members: [{ display_name: 'Maya', real_name: 'Maya Lindqvist', deleted: false, is_bot: false }],
  channels: [{ kind: 'public', name: 'ops-daily' }],
} as unknown as Pick<Overview, 'commands' | 'members' | 'channels'>;

const taken = (text: string, caret = text.length) => {
  const [first] = completions(text, caret, overview);
  return first && [first.completed, first.caret];
};

test('a command, a person and a channel are completed at the caret', () => {
  expect(taken('/co')).toEqual(['/count ', 7]);
  expect(taken('/co mug', 3)).toEqual(['/count mug', 7]);
  expect(taken('ask @may about it', 8)).toEqual(['ask @Maya about it', 10]);
  expect(taken('see #ops', 8)).toEqual(['see #ops-daily ', 15]);
  expect(taken('@lind')).toBeUndefined();
});

test('words behind the caret offer nothing, and neither does an address', () => {
  expect(taken('@may about it')).toBeUndefined();
  expect(taken('maya@may')).toBeUndefined();
  expect(taken('count /co')).toBeUndefined();
});
