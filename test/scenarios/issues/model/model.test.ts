import { expect, test } from 'vitest';
import { mayBecome } from '../../../../src/core/tokens/states.ts';
import type { EventKind } from '../../../../src/features/issues/issue/event-model.ts';
import { type State, stateTable } from '../../../../src/features/issues/issue/model.ts';
import { asPlainText } from '../../../../src/ui/plain.ts';
import { type Chance, chanceFrom, walkSeeds } from '../../../harness/chance.ts';
import { type Bench, openBench } from './bench.ts';
import { carryOut, raise, whyNot } from './expected.ts';
import { type Kept, readAll } from './kept.ts';
import { forgetAsked, isOver, type Plain, pass, release } from './plain.ts';
import { anyPress, type Name } from './press.ts';

const stepsEach = 600;
const minuteMs = 60_000;
const walked = new Set<EventKind>();
const everyStep: readonly EventKind[] = [
  ...([
    'raised',
    'seen again',
    'taken',
    'promised',
    'assigned',
    'declined',
    'severity',
    'snoozed',
    'woken',
    'note',
  ] as const),
  ...(['done', 'reopened', 'closed', 'promise passed', 'leads told', 'released', 'review missed'] as const),
];

/** The buttons of a card, by state. What is rarer stands behind its dots, before them. */
const offered: Readonly<Record<State, readonly string[]>> = {
  new: ['take', 'assign', 'done'],
  'on it': ['done', 'change', 'hand-over'],
  waiting: ['take', 'done', 'assign'],
  done: ['reopen', 'close', 'note'],
  closed: ['reopen', 'note'],
};

test.each(walkSeeds)(
  'random presses leave database, timeline and card as the model has them (seed %i)',
  async (seed) => {
    await using bench = await openBench();
    const chance = chanceFrom(seed);
    const model: Plain[] = [];
    let present: readonly [Name, ...Name[]] = ['Vic', 'Maya', 'Omar', 'Lena', 'Ada'];
    const isHere = (name: Name) => present.includes(name);
    let kept: readonly Kept[] = [];

    for (let step = 1; step <= stepsEach; step += 1) {
      // Maya leaves half-way, with an open issue.
      if (step > stepsEach / 2 && isHere('Maya') && model.some(isMayas)) {
        await bench.leave('Maya');
        for (const issue of model.filter((one) => !isOver(one))) {
          if (issue.asked === 'Maya') forgetAsked(issue);
          if (issue.owner === 'Maya') release(issue);
        }
        present = ['Vic', 'Omar', 'Lena', 'Ada'];
      }
      const before = model.map(({ state }) => state);
      const what = await anyStep(bench, chance, { model, present, isHere, kept });
      const said = `seed ${seed}, step ${step}: ${what}`;
      kept = await readAll(bench);
      expect(kept.map(tellKept), said).toEqual(model.map(tellPlain));
      before.forEach((state, i) => {
        expect(mayBecome(stateTable, state, model[i]?.state ?? state), said).toBe(true);
      });
      await expectCard(bench, chance.below(kept.length), { model, kept, isHere, said });
    }
    for (const { steps } of model) for (const step of steps) walked.add(step);
  },
  120_000,
);

test.runIf(walkSeeds.length > 1)('the random presses caused every kind of event', () => {
  expect([...walked].sort()).toEqual([...everyStep].sort());
});

interface Played {
  readonly model: Plain[];
  readonly present: readonly [Name, ...Name[]];
  readonly isHere: (name: Name) => boolean;
  readonly kept: readonly Kept[];
}

/** Time passes, due work runs, the process restarts or, most often, somebody presses something. */
async function anyStep(bench: Bench, chance: Chance, { model, present, isHere, kept }: Played) {
  if (chance.below(150) === 0) {
    await bench.restart();
    return 'the process starts anew';
  }
  switch (chance.below(11)) {
    case 0: {
      const minutes = chance.pick([1, 5, 10, 10, 20, 70, 300, 300, 1_500, 10_100]);
      bench.clock.forward(minutes * minuteMs);
      return `${minutes} minutes pass`;
    }
    case 1:
    case 2:
      await bench.tick();
      for (const issue of model) pass(issue, bench.clock.now());
      return 'the minute comes';
  }
  const press = anyPress(chance, present, model.length);
  const issue = model[press.issue - 1];
  const no = whyNot(press, issue, isHere);
  const what = JSON.stringify({ ...press, was: issue?.state, by: issue?.owner });
  expect(await bench.press(press, kept[press.issue - 1]?.id ?? ''), what).toBe(no);
  if (no) return `${what} is refused`;
  if (press.does === 'raise') raise(press, model, bench.clock.now());
  else if (issue) carryOut(press, issue, bench.clock.now());
  return what;
}

function isMayas(issue: Plain): boolean {
  return issue.owner === 'Maya' && !isOver(issue) && issue.due.size > 0;
}

function tellKept({ id: _, due, ...rest }: Kept) {
  const moments = Object.entries(due).map(([name, at]) => [name, new Date(at)]);
  return { ...rest, due: Object.fromEntries(moments) };
}

/** Each event has one audit row and one update of the card. */
function tellPlain({ due, remindedAt: _, joined, ...rest }: Plain) {
  const { length } = rest.steps;
  return { ...rest, due: Object.fromEntries(due), audited: length, wanted: length - joined };
}

/** A critical issue that nobody is on offers a room in place of its end; nobody here asks for one. */
function buttonsOf(issue: Plain): readonly string[] {
  const all = offered[issue.state].map((one) => (one === 'assign' && issue.owner ? 'hand-over' : one));
  const isBad = issue.severity === 'critical' || issue.severity === 'high';
  const last =
    isOver(issue) && isBad
      ? 'review'
      : issue.severity === 'critical' && issue.state === 'new'
        ? 'room'
        : null;
  return ['more', ...all.slice(0, last ? -1 : undefined), ...(last ? [last] : [])];
}

async function expectCard(
  bench: Bench,
  which: number,
  { model, kept, isHere, said }: Omit<Played, 'present'> & { readonly said: string },
) {
  const [issue, id] = [model[which], kept[which]?.id];
  if (!issue || !id) return;
  const card = await bench.draw(id);
  const ids = JSON.stringify(card.blocks).matchAll(/"action_id":"(?:issues\.)?([a-z-]+)/g);
  expect(
    [...ids].map(([, action]) => action),
    said,
  ).toEqual(buttonsOf(issue));
  const owner = issue.owner && (isHere(issue.owner) ? issue.owner : `${issue.owner} (has left)`);
  const sentence: Readonly<Record<State, string>> = {
    new: issue.asked ? `· ${issue.asked} is asked, nobody is on it yet` : '· nobody is on it',
    'on it': `· ${owner} is on it until`,
    waiting: '· waiting until',
    done: 'Done ',
    closed: 'Closed ',
  };
  const text = asPlainText(card);
  expect(text, said).toContain(sentence[issue.state]);
  if (issue.state === 'waiting')
    expect(text, said).toContain(owner ? `then ${owner} again` : 'nobody is on it');
  expect(text.includes('reopened '), said).toBe(issue.steps.includes('reopened'));
}
