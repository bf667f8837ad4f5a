import { message, section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { closedHome, homeBlocks } from './views.ts';

const reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const line = section(mrkdwn`*High · #17 · Label printer jams*`);

// Drawn as messages: what a message may hold, a Home may hold as well.
export const samples = {
  'a Home': () => message(mrkdwn`Home`, homeBlocks([{ title: 'My issues', blocks: [line, line] }], reading)),
  'an empty Home': () => message(mrkdwn`Home`, homeBlocks([], reading)),
  'a Home without anything to show': () =>
    message(mrkdwn`Home`, closedHome('You have no role here.', 'Ask Ada to run `/ops grant`.')),
};
