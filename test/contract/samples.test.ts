import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { approves } from '../../src/core/declare/approval.ts';
import { commands } from '../../src/core/declare/command.ts';
import { verbsOf } from '../../src/core/declare/commands.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { defineForm, takes } from '../../src/core/declare/form.ts';
import { homeRanks } from '../../src/core/declare/home.ts';
import type { Sample } from '../../src/core/declare/sample.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { requestOf } from '../../src/core/tokens/action.ts';
import { defineApproval } from '../../src/core/tokens/approval.ts';
import { definePermission } from '../../src/core/tokens/permission.ts';
import { type FormView, privately } from '../../src/core/tokens/reply.ts';
import { features } from '../../src/features/index.ts';
import { greeting } from '../../src/slack/inbound/greeting.ts';
import { message, section } from '../../src/ui/blocks.ts';
import { Mrkdwn, mrkdwn } from '../../src/ui/text.ts';
import { commandUsage, overview } from '../../src/ui/usage.ts';
import { blocksOf, faultsOfForm, faultsOfSample, samplesOf, unsampled } from './sample-rules.ts';

const contributions = contributionsOf(features);
const known = contributions
  .of(commands)
  .map((command) => ({ command, verbs: verbsOf(contributions, command.name) }));
const samples: readonly { readonly name: string; readonly sample: Sample }[] = [
  ...features.flatMap(samplesOf),
  ...known.map(({ command, verbs }) => ({
    name: `usage of ${command.name}`,
    sample: commandUsage(command, verbs),
  })),
  { name: 'help', sample: overview(known) },
  {
    name: 'help of four times as many commands',
    sample: overview([...known, ...known, ...known, ...known, ...known, ...known]),
  },
  { name: 'greeting', sample: greeting('<!channel>') },
];

describe("a sample stays within Slack's limits", () => {
  test.each(samples.map(({ name, sample }) => [name, sample] as const))('%s', (_, sample) => {
    expect(faultsOfSample(sample)).toEqual([]);
  });
});

test('every form, part of App Home and of digests, and kind of approval has a sample', () => {
  expect(features.flatMap(unsampled)).toEqual([]);
});

test('every button on a sample has a handler that reads it, and every handler has a button on a sample', () => {
  const clicks = features.flatMap((feature) => feature.clicks ?? []);
  const forms = features.flatMap(({ name, formSamples = {} }) =>
    Object.values(formSamples).map((draw) => ({ name, blocks: draw().blocks })),
  );
  const buttons = [
    ...samples.map(({ name, sample }) => ({ name, blocks: blocksOf(sample) })),
    ...forms,
  ].flatMap(({ name, blocks }) => buttonsIn(blocks).map((button) => ({ name, ...button })));
  const unanswered = buttons.filter(({ action_id, value }) => {
    const asked = requestOf(action_id, value);
    const handler = clicks.find(({ action }) => action.id === asked.id);
    return handler?.action.decode(asked.value) == null;
  });
  expect(unanswered.map(({ name, action_id }) => `${name}: nothing answers the button ${action_id}`)).toEqual(
    [],
  );
  const drawn = new Set(buttons.map(({ action_id, value }) => requestOf(action_id, value).id));
  expect(
    clicks
      .filter(({ action }) => !drawn.has(action.id))
      .map(({ action }) => `no sample shows the button ${action.id}`),
  ).toEqual([]);
});

/** Buttons of messages and Home; a form's own inputs are read with the form. */
function buttonsIn(value: unknown): readonly { action_id: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'input') return [];
  if ('type' in value && value.type === 'button')
    return [value as unknown as { action_id: string; value: string }];
  if ('type' in value && (value.type === 'static_select' || value.type === 'overflow')) {
    const { action_id, options } = value as unknown as { action_id: string; options: { value: string }[] };
    return options.map((option) => ({ action_id, value: option.value }));
  }
  return Object.values(value).flatMap(buttonsIn);
}

describe('a breach is caught', () => {
  const look = definePermission({ key: 'plans.see', to: 'see plans', atLeast: 'viewer' });
  const form = defineForm({
    id: 'plans.form',
    version: 1,
    permission: look,
    carries: z.object({}),
    fields: z.object({}),
  });
  const kind = defineApproval({
    id: 'plans.order',
    title: 'Order',
    request: z.object({}),
    facts: z.object({}),
    measures: [],
    rules: [],
    expiresInWorkingHours: 8,
    undoMinutes: 0,
  });
  const done = message(mrkdwn`Done`, []);
  const plans = defineFeature({
    name: 'plans',
    title: 'Plans',
    permissions: [look],
    operations: [],
    forms: [takes(form, async () => privately(done))],
    home: [{ rank: homeRanks.mine, title: 'My plans', permission: look, draw: async () => [] }],
    digest: [{ key: 'plans.due', title: 'Plans', about: 'due', feed: null, read: async () => null }],
    approvals: [
      approves(kind, {
        read: async () => ({
          facts: {},
          measure: { subject: '', quantity: null, amountMinor: null, location: null, supplier: null },
        }),
        tell: () => ({ what: '', lines: [] }),
        changed: () => [],
        run: async () => ({ changes: [], said: '' }),
      }),
    ],
    samples: { done: () => done },
  });

  test('a part without a sample is named, with what to do', () => {
    expect(unsampled(plans)).toEqual([
      'no sample of plans shows the form plans.form: add its view to formSamples',
      'no sample of plans shows "My plans" of App Home: add { home: \'My plans\', blocks }',
      'plans has 1 parts of digests and 0 samples of them: add a DigestPart',
      "no sample of plans shows what plans.order tells: add { approval: 'plans.order', told }",
    ]);
  });

  const line = section(mrkdwn`A plan`);
  const many = (n: number) => Array.from({ length: n }, () => line);
  test.each<[string, Sample, string]>([
    ['a message of 51 blocks', { text: 'Plans', blocks: many(51) }, 'no more than 50 items allowed'],
    ['a message without text', message(mrkdwn``, [line]), 'must not be empty'],
    ['text that is not escaped', message(new Mrkdwn('<!channel>'), [line]), 'must be escaped'],
    ['a Home part of 21 blocks', { home: 'My plans', blocks: many(21) }, 'at most 20 blocks'],
    [
      'a digest part of 21 lines',
      { finding: '21 plans', urgency: 'note', lines: Array(21).fill(mrkdwn`A plan`), total: 21, open: null },
      'at most 20 lines',
    ],
    [
      'a kind that tells nine lines',
      { approval: 'plans.order', told: { what: 'order', lines: Array(9).fill(['Cost', '1 EUR']) } },
      'at most 8 lines',
    ],
  ])('%s', (_, sample, because) => {
    expect(faultsOfSample(sample).join('\n')).toContain(because);
  });

  const view: FormView = { form: form.id, title: 'Plan', submit: 'Plan', blocks: [line] };
  const named = { ...line, block_id: 'text' };
  test.each<[string, FormView, string]>([
    ['a form whose title is too long', { ...view, title: 'x'.repeat(25) }, '/title'],
    ['two inputs of one name', { ...view, blocks: [named, named] }, 'repeated: text'],
    ['a form of 101 blocks', { ...view, blocks: many(101) }, 'no more than 100 items allowed'],
    [
      'a form with text that is not escaped',
      { ...view, blocks: [section(new Mrkdwn('<!here>'))] },
      'escaped',
    ],
  ])('%s', (_, broken, because) => {
    expect(faultsOfForm(view)).toEqual([]);
    expect(faultsOfForm(broken).join('\n')).toContain(because);
  });
});
