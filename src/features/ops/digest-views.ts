import { type DigestPart, mostLines } from '../../core/declare/digest.ts';
import type { Samples } from '../../core/declare/sample.ts';
import { count, listOf } from '../../core/text/sentence.ts';
import type { Checked } from '../../core/tokens/checked.ts';
import { button } from '../../ui/blocks.ts';
import { limits, shorten } from '../../ui/limits.ts';
import { mrkdwn, shortened } from '../../ui/text.ts';
import { healthAction } from './actions.ts';

const longestLine = 250;

/** "All is well: Database, Slack and Feeds": said each time, since silence may be trouble too. */
export function healthPart(checks: readonly Checked[]): DigestPart {
  const troubled = checks.filter(({ ok }) => !ok);
  const isWell = troubled.length === 0;
  const names = listOf((isWell ? checks : troubled).map(({ title }) => title));
  const head = isWell ? 'All is well' : `${count(troubled.length, 'thing')} to look at`;
  return {
    finding: shorten(names === '' ? head : `${head}: ${names}`, limits.finding),
    urgency: isWell ? 'note' : 'look',
    lines: troubled
      .slice(0, mostLines)
      .map(({ title, finding }) =>
        shortened(mrkdwn`${title}: ${finding.replaceAll('\n', ' ')}`, longestLine),
      ),
    total: troubled.length,
    open: button(healthAction, {}, 'Health'),
  };
}

const well: Checked = { title: 'Database', ok: true, finding: 'answers in 2 ms' };
const silent: Checked = {
  title: 'Feeds',
  ok: false,
  finding: 'levels of 3PL silent since Mon 2 Mar 02:10 CET',
};

export const digestSamples: Samples = {
  'all is well, for a digest': () => healthPart([well, { ...well, title: 'Slack' }]),
  'one thing to look at, for a digest': () => healthPart([well, silent]),
  'many things to look at, hostile, for a digest': () =>
    healthPart(
      Array.from({ length: 60 }, () => ({ ...silent, finding: `<!channel>\n${'<&>'.repeat(1_000)}` })),
    ),
};
