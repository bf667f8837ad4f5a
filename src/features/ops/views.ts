import type { KnownBlock } from '@slack/types';
import { count, listOf } from '../../core/text/sentence.ts';
import { momentWithZone } from '../../core/time/reader.ts';
import type { Checked } from '../../core/tokens/checked.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { actions, button, context, header, message, section } from '../../ui/blocks.ts';
import { fitted, paragraphs, withNote } from '../../ui/fitted.ts';
import { quoted, shorten } from '../../ui/limits.ts';
import { messageRoom } from '../../ui/room.ts';
import { joined, mrkdwn } from '../../ui/text.ts';
import { openFound } from './actions.ts';
import type { Findings, Listed } from './rules.ts';

/** Longer findings name every location of a shop; `/stock` has the rest. */
const longestFinding = 500;
const leftAtHome = 5;

/** The one hit, or a list of possible hits; names what could not be searched. */
export function findingsReply(asked: string, outcome: Findings): Message {
  const found = outcome.found === 'one' ? outcome.message : findings(asked, outcome);
  return outcome.failed.length > 0 ? withNote(found, mrkdwn`${outcome.failed.join('. ')}.`) : found;
}

function findings(asked: string, { hits, more, searched }: Listed): Message {
  if (hits.length === 0) {
    const text = mrkdwn`Nothing fits "${quoted(asked)}". I search ${listOf(searched)}.`;
    return message(text, [section(text), context(mrkdwn`\`/ops help\` shows everything you can ask.`)]);
  }
  const finding = more
    ? `More than these ${hits.length} fit "${quoted(asked)}"`
    : `${count(hits.length, 'thing')} ${hits.length === 1 ? 'fits' : 'fit'} "${quoted(asked)}"`;
  const parts = hits.map((hit) => ({
    title: hit.title,
    blocks: [
      section(
        mrkdwn`${shorten(hit.title, 100)} · ${hit.kind}`,
        button(openFound, { kind: hit.kind, id: hit.id }, 'Show'),
      ),
    ],
  }));
  return message(
    mrkdwn`${finding}: ${hits.map((hit) => `${hit.kind} ${hit.title}`).join(', ')}`,
    fitted(
      {
        head: [section(mrkdwn`*${finding}*`)],
        parts,
        foot: more ? [context(mrkdwn`More of the number or the name finds fewer.`)] : [],
      },
      messageRoom,
      ['thing', 'things'],
    ),
  );
}

export function health(checks: readonly Checked[], now: Date, timeZone: string): Message {
  const troubled = checks.filter((check) => !check.ok);
  const limited = checks.filter((check) => check.ok && check.limited);
  const finding =
    troubled.length === 0
      ? 'All is well'
      : `${count(troubled.length, 'thing')} to look at: ${listOf(troubled.map(({ title }) => title))}`;
  const rest = checks.filter((check) => check.ok && !check.limited);
  const parts = [...troubled, ...limited, ...rest].map((check) => ({
    title: check.title,
    blocks: [
      section(mrkdwn`*${check.title}* · ${stateOf(check)}\n${shorten(check.finding, longestFinding)}`),
    ],
  }));
  return message(
    mrkdwn`${finding}. ${checks.map(({ title, finding }) => `${title}: ${finding}`).join('; ')}`,
    fitted(
      {
        head: [header(finding)],
        parts,
        foot: [context(mrkdwn`As of ${momentWithZone(now, now, timeZone)}`)],
      },
      messageRoom,
      ['check', 'checks'],
    ),
  );
}

function stateOf({ ok, limited }: Checked): string {
  if (!ok) return 'Trouble';
  return limited ? 'Works, with limits' : 'OK';
}

/** `mayFix`: whether the reader may use the buttons of the steps. */
export function setup(checks: readonly Checked[], youAreAdmin: boolean, mayFix = true): Message {
  const open = checks.filter((check) => !check.ok);
  const finding =
    open.length === 0
      ? 'Quartermaster is set up'
      : `${count(checks.length - open.length, 'step')} of ${checks.length} done`;
  const lines = checks.map(
    (check) =>
      mrkdwn`${check.ok ? 'Done' : 'To do'}: *${check.title}*, ${shorten(check.finding, longestFinding)}`,
  );
  const welcome = youAreAdmin
    ? [
        section(
          mrkdwn`You are now an admin of Quartermaster. \`/ops grant @name <role>\` gives others their rights.`,
        ),
      ]
    : [];
  const [next] = open;
  const fixes = checks.flatMap(({ fix }, i) =>
    fix && mayFix ? [button(fix.action, {}, fix.label, { key: i })] : [],
  );
  const foot = [
    ...(fixes.length > 0 ? [actions(...fixes)] : []),
    next
      ? context(mrkdwn`Next: ${next.title}.`)
      : context(mrkdwn`\`/ops health\` shows how everything is running.`),
  ];
  return message(
    mrkdwn`${finding}. ${joined(lines, '; ')}`,
    fitted({ head: [header(finding), ...welcome], parts: paragraphs('steps', lines), foot }, messageRoom),
  );
}

/** The open set-up steps, for a Home. */
export function setupLeft(checks: readonly Checked[]): readonly KnownBlock[] {
  const open = checks.filter((check) => !check.ok);
  if (open.length === 0) return [];
  const shown = open.slice(0, leftAtHome);
  const lines = shown.map((check) => mrkdwn`*${check.title}*: ${shorten(check.finding, 200)}`);
  const fixes = shown.flatMap(({ fix }, i) => (fix ? [button(fix.action, {}, fix.label, { key: i })] : []));
  const more = open.length - shown.length;
  return [
    section(joined(lines, '\n')),
    ...(fixes.length > 0 ? [actions(...fixes)] : []),
    ...(more > 0 ? [context(mrkdwn`and ${count(more, 'more step')}: \`/ops setup\` lists all.`)] : []),
  ];
}

const searched = ['SKUs by code, barcode or title', 'order numbers', 'people'];

const hit = {
  kind: 'SKU',
  id: '00000000-0000-7000-8000-000000000001',
  title: 'MUG-01 Stoneware mug <!channel>',
  exact: false,
};

export const samples = {
  'nothing found': () => findings('<&>'.repeat(1000), { hits: [], more: false, searched }),
  'one thing found': () => findings('mug', { hits: [hit], more: false, searched }),
  'twenty found, and there are more': () =>
    findings('mug', {
      hits: Array.from({ length: 20 }, () => ({ ...hit, title: '<&>'.repeat(1000) })),
      more: true,
      searched,
    }),
  'all is well': () =>
    health([{ title: 'Database', ok: true, finding: 'answers in 2 ms' }], new Date(0), 'Europe/Berlin'),
  'all works, with limits': () =>
    health(
      [
        { title: 'Database', ok: true, finding: 'answers in 2 ms' },
        {
          title: 'Rights in Slack',
          ok: true,
          limited: true,
          finding: 'all that are needed. Without it no room.',
        },
      ],
      new Date(0),
      'Europe/Berlin',
    ),
  trouble: () =>
    health([{ title: 'Database', ok: false, finding: 'does not answer' }], new Date(0), 'Europe/Berlin'),
  'set up': () => setup([{ title: 'Admins', ok: true, finding: '2 people can change roles' }], false),
  'open set-up steps at Home': () => ({
    home: 'Still to set up',
    blocks: setupLeft(
      Array.from({ length: 9 }, () => ({ title: 'Products', ok: false, finding: '<&>'.repeat(1000) })),
    ),
  }),
  'more health checks than fit': () =>
    health(
      Array.from({ length: 60 }, () => ({ title: 'Stock levels', ok: false, finding: '<&>'.repeat(1000) })),
      new Date(0),
      'Europe/Berlin',
    ),
  'more set-up steps than fit': () =>
    setup(
      Array.from({ length: 40 }, () => ({ title: 'Products', ok: false, finding: '<&>'.repeat(1000) })),
      true,
    ),
  'one thing found, and what could not be searched': () =>
    findingsReply('mug', {
      found: 'several',
      hits: [hit],
      more: false,
      searched,
      failed: ['Issues could not be read (ref QM-7K3FQ9)'],
    }),
  'not set up': () =>
    setup([{ title: 'Products', ok: false, finding: 'none yet: npm run import -- products <file>' }], true),
};
