import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { validateMessage } from '../../../../sandbox/blockkit/index.ts';
import { type Chance, chanceFrom } from '../../../../test/harness/chance.ts';
import { linesShown, mostLines } from '../../../core/declare/digest.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showAction } from '../actions.ts';
import { headlineOf, leadOf } from './headline-rules.ts';
import { type Content, type EditionPart, type Shown, urgencies } from './model.ts';
import { editionMessage, hasRest, restMessage } from './views.ts';

const id = '00000000-0000-7000-8000-0000000000d1';
const pieces = [
  ...[
    'Harbour',
    'MUG-01',
    'Ω',
    '🧨',
    '👨‍👩‍👧‍👦',
    'مرحبا',
    '‮שלום‬',
    'é́́',
    '日本語の倉庫',
    '<!channel>',
    '&',
    '*bold*',
    '_',
    '`',
    '<&>',
  ],
  'x'.repeat(80),
] as unknown as readonly [string, ...string[]];

/** What people call their things: at most so many characters. */
function nameFrom(chance: Chance, most = 90): string {
  let name = chance.pick(pieces);
  while (chance.below(8) > 0) name += ` ${chance.pick(pieces)}`;
  return shorten(name, most);
}

function partFrom(chance: Chance, n: number): EditionPart {
  const total = chance.pick([0, 1, 3, 5, 6, 20, 400]);
  const line = () =>
    mrkdwn`${nameFrom(chance)} · *${nameFrom(chance)}*, ${String(chance.below(400))} locations`;
  const title = nameFrom(chance, 60);
  return {
    key: `x.${n}`,
    title,
    finding: `${n} found at ${nameFrom(chance)}${chance.below(3) === 0 ? `, the worst ${nameFrom(chance)}` : ''}`,
    urgency: chance.pick(urgencies),
    lines: Array.from({ length: Math.min(total, mostLines) }, () => line().value),
    total,
    open: chance.below(2) === 0 ? null : button(showAction, { id }, `${total} things`),
  };
}

function figureFrom(chance: Chance): PostedFigure {
  const shown = chance.pick([
    '94.1 %',
    '0 orders',
    '1,204,000 orders',
    '€1,234,567,890.12',
    '14 d 3 h',
    null,
  ]);
  return {
    kpi: chance.pick(['otd', 'ots', 'orders']),
    version: 1,
    name: nameFrom(chance),
    feed: null,
    from: '2026-02-27',
    to: '2026-03-02',
    totals: shown === null ? [] : [{ n: '941', d: chance.pick(['0', '29', '1000']), currency: '' }],
    median: null,
    shown,
    behind: chance.pick([null, '1,204,000 of 1,280,000']),
    silent: chance.pick([null, null, 'no data since 02:10 CET']),
    isCounting: chance.below(6) === 0,
    pending: null,
    isNews: true,
    target: chance.pick([null, '95 %']),
    isMet: chance.pick([null, true, false]),
    distance: chance.pick([null, '0.9 points under the target of 95 %']),
    change: chance.pick([null, 'down 2.3 points, worse', 'up 1,204.5 %, better']),
    isWorse: chance.below(2) === 0,
    before: chance.pick([null, { from: '2026-02-20', to: '2026-02-23', shown: '96.4 %' }]),
  };
}

function contentFrom(chance: Chance, figures: readonly PostedFigure[]): Content {
  const lead = leadOf(figures);
  const some = (most: number, make: () => string) => Array.from({ length: chance.below(most + 1) }, make);
  return {
    timeZone: chance.pick(['Europe/Berlin', 'America/Argentina/ComodRivadavia', 'Australia/Lord_Howe']),
    lateMin: chance.pick([0, 2, 700, 40_000]),
    occasion: chance.pick([null, `after the 16:00 cut-off in ${nameFrom(chance)}`]),
    next: chance.pick([null, '2026-03-03T07:30:00Z']),
    parts: Array.from({ length: chance.pick([0, 1, 4, 12, 40]) }, (_, n) => partFrom(chance, n)),
    silent: some(9, () => `${nameFrom(chance, 60)}: no data since 02:10 CET`),
    // One is broken, another hangs.
    failed: some(3, () => `${nameFrom(chance, 60)} could not be read (ref QM-7K3FQ9)`),
    freshness: some(2, () => `${nameFrom(chance, 60)} silent since 02:10 CET: what it would tell is missing`),
    lead,
    story:
      lead === null
        ? null
        : {
            movers: some(2, () => nameFrom(chance)),
            moved: some(4, () => `${nameFrom(chance)} −6.5 by how it did, −0.9 by its share`),
            by: chance.pick([null, { name: 'location', title: 'location' }]),
          },
    chart: chance.pick([
      null,
      {
        chart: {
          kind: 'trend',
          title: nameFrom(chance),
          period: '31 Jan to 1 Mar',
          unit: { kind: 'percent' },
          good: 'up',
          target: 95,
          days: [{ day: '2026-03-01', value: 94.1 }],
        },
        shown: { as: 'picture', slackFile: 'F0CHART0001' },
      },
    ]),
  };
}

function editionFrom(chance: Chance): Shown {
  const figures = Array.from({ length: chance.below(7) }, () => figureFrom(chance));
  return {
    name: nameFrom(chance, 60),
    number: 1 + chance.below(500),
    from: '2026-02-27',
    to: '2026-03-02',
    composedAt: new Date('2026-03-02T07:30:00Z'),
    content: contentFrom(chance, figures),
    figures: figures.map((told, ordinal) => ({
      ordinal,
      told,
      corrected: chance.below(3) === 0 ? { ...told, shown: '93.6 %' } : null,
    })),
    way: chance.pick(['planned', 'by hand', 'preview']),
    correctedAt: chance.pick([null, new Date('2026-03-02T13:20:00Z')]),
  };
}

test('whatever the data, an edition fits a phone and Slack, begins with its finding, and leaves nothing out', () => {
  const faults = Array.from({ length: 400 }, (_, seed) => seed).flatMap((seed) =>
    faultsOf(editionFrom(chanceFrom(seed))).map((fault) => `${seed}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

function faultsOf(edition: Shown): readonly string[] {
  const message = editionMessage(edition);
  const rest = restMessage(edition);
  const asShown = edition.figures.map(({ told, corrected }) => corrected ?? told);
  const headline = headlineOf(edition.content, asShown);
  const finding = escaped(shorten(capitalized(headline.text), limits.finding));
  const texts = [...textsOf(message.blocks), ...textsOf(rest?.blocks ?? [])];
  const said = texts.join('\n').toLowerCase();
  const isSaid = (text: string) => said.includes(escaped(text).toLowerCase());
  // The headline is cut where a phone cuts it.
  const unsaid = edition.content.parts.filter(
    (part) => part !== headline.part && !isSaid(part.finding) && !isSaid(part.title),
  );
  // Of forty long lists a thread holds some; the others are counted.
  const isCounted = JSON.stringify(rest?.blocks.at(-1) ?? {}).includes('more part');
  const lists = textsOf(message.blocks).filter((text) => text.includes(' locations'));
  return [
    ...validateMessage({ ...message }).map((issue) => `Slack refuses ${JSON.stringify(issue)}`),
    ...(rest ? validateMessage({ ...rest }) : []).map(
      (issue) => `Slack refuses the rest: ${JSON.stringify(issue)}`,
    ),
    ...(message.blocks.length > 12 ? [`${message.blocks.length} blocks`] : []),
    // Its finding, the first of them, and how many there are besides.
    ...lists.filter((text) => text.split('\n').length > linesShown + 2).map(() => 'a list is too long'),
    ...(message.text.startsWith(finding) ? [] : [`the notification is ${message.text.slice(0, 150)}`]),
    ...(texts[0]?.includes(`*${finding}*`) ? [] : [`it begins with ${texts[0]?.slice(0, 150)}`]),
    ...((rest !== null) === hasRest(edition) ? [] : ['its thread is not as was said']),
    ...(isCounted
      ? []
      : unsaid.map(({ urgency, lines }) => `a ${urgency} with ${lines.length} lines is not said`)),
  ];
}

function textsOf(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : []));
}

const escaped = (text: string) => mrkdwn`${text}`.value;
