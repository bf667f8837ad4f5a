import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateMessage } from '../../sandbox/blockkit/index.ts';
import { commands } from '../../src/core/declare/command.ts';
import { verbsOf } from '../../src/core/declare/commands.ts';
import type { Actor } from '../../src/core/runtime/actor.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import type { Database, Scope } from '../../src/core/runtime/database.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { Refusal } from '../../src/core/runtime/refusal.ts';
import { roles } from '../../src/core/tokens/permission.ts';
import { faultsOf } from '../../src/core/tokens/states.ts';
import { features } from '../../src/features/index.ts';
import { greeting } from '../../src/slack/inbound/greeting.ts';
import { actionIdOf } from '../../src/ui/blocks.ts';
import { commandUsage, overview } from '../../src/ui/usage.ts';

const contributions = contributionsOf(features);
const operations = features.flatMap((feature) => feature.operations);
const verbs = features.flatMap((feature) => feature.verbs ?? []);
const samples = [
  ...features.flatMap((feature) =>
    Object.entries(feature.samples ?? {}).map(([name, draw]) => ({ name: `${feature.name}: ${name}`, draw })),
  ),
  ...contributions.of(commands).map((command) => ({
    name: `usage of ${command.name}`,
    draw: () => commandUsage(command, verbsOf(contributions, command.name)),
  })),
  {
    name: 'help',
    draw: () =>
      overview(
        contributions
          .of(commands)
          .map((command) => ({ command, verbs: verbsOf(contributions, command.name) })),
      ),
  },
  { name: 'greeting', draw: () => greeting('<!channel>') },
];

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

test('every feature folder is in the list', () => {
  const folders = readdirSync('src/features', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const listed = features.map((feature) => feature.name);
  const missing = folders
    .filter(({ name }) => !listed.includes(name))
    .map(({ name }) => `src/features/${name} is not listed: add it to src/features/index.ts`);
  expect(missing).toEqual([]);
  expect(listed.filter((name) => !folders.some((folder) => folder.name === name))).toEqual([]);
});

test('names are unique and begin with their feature', () => {
  const faults = features.flatMap((feature) =>
    [
      ...feature.operations.map(({ name }) => name),
      ...feature.permissions.map(({ key }) => key),
      ...(feature.clicks ?? []).map(({ action }) => action.id),
      ...(feature.drawings ?? []).map(({ kind }) => kind.id),
      ...(feature.due ?? []).map(({ kind }) => kind.id),
      ...(feature.jobs ?? []).map(({ job }) => job.id),
      ...(feature.follows ?? []).map(({ name }) => name),
    ]
      .filter((name) => !name.startsWith(`${feature.name}.`))
      .map((name) => `${name} belongs to feature ${feature.name} and must begin with its name`),
  );
  expect(faults).toEqual([]);
  expect(repeated(operations.map(({ name }) => name))).toEqual([]);
  expect(repeated(features.flatMap(({ permissions }) => permissions.map(({ key }) => key)))).toEqual([]);
  expect(repeated(features.flatMap(({ clicks = [] }) => clicks.map(({ action }) => action.id)))).toEqual([]);
  expect(repeated(features.flatMap(({ drawings = [] }) => drawings.map(({ kind }) => kind.id)))).toEqual([]);
  expect(repeated(features.flatMap(({ due = [] }) => due.map(({ kind }) => kind.id)))).toEqual([]);
  expect(repeated(features.flatMap(({ jobs = [] }) => jobs.map(({ job }) => job.id)))).toEqual([]);
  expect(repeated(verbs.map((verb) => `${verb.command} ${verb.name}`))).toEqual([]);
});

const nobody: Actor = {
  kind: 'person',
  id: 'nobody',
  name: 'Nobody',
  slackUserId: 'U0NOBODY01',
  slackAdmin: true,
  roles: [],
  departments: [],
  timeZone: 'UTC',
};
const shell: Actor = { kind: 'console', id: 'shell', name: 'a shell', roles, timeZone: 'UTC' };

describe('an operation refuses whoever lacks its permission before it touches any data', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (name, operation) => {
      expect(
        operation.permission,
        `${name} declares no permission: say in permissions.ts who may do it`,
      ).toBeDefined();
      const touched: string[] = [];
      const database = new Proxy({} as Database, {
        get: (_, method: string) =>
          method === 'scope' ? () => ({ workspaceId: 'nobody' }) as Scope : () => touched.push(method),
      });
      const ctx = {
        workspace: { id: 'nobody', name: 'Nowhere', timeZone: 'UTC', currency: 'EUR' },
        now: new Date(0),
        ids: randomIds,
        correlationId: 'contract',
        delivery: null,
        channel: null,
        engine: { database, contributions, whoMay: async () => ['Ada'] },
      } as unknown as Context;
      const itself = operation.permission.atLeast === 'system';
      const actors = itself ? [nobody, { ...nobody, roles }, shell] : [nobody, { ...shell, roles: [] }];
      for (const actor of actors) {
        const refusal = await operation.call({ ...ctx, actor }, {} as never).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(Refusal);
        const { kind, message, next } = refusal as Refusal;
        expect(kind).toBe('not-allowed');
        if (itself) expect(message).toMatch(/: the bot does that itself\.$/);
        else expect(next).toBe('Ask Ada.');
      }
      expect(touched).toEqual([]);
    },
  );
});

test('what follows an operation follows one that changes something', () => {
  const mutations = operations.filter(({ kind }) => kind === 'mutation').map(({ name }) => name);
  const followers = features.flatMap(({ follows = [] }) => follows);
  expect(followers.filter(({ operation }) => !mutations.includes(operation))).toEqual([]);
  expect(repeated([...operations, ...followers].map(({ name }) => name))).toEqual([]);
});

test('every permission that is used is declared by a feature', () => {
  const declared = features.flatMap((feature) => feature.permissions);
  const used = [
    ...operations.map(({ permission }) => permission),
    ...verbs.map(({ permission }) => permission),
  ];
  expect(
    used
      .filter((permission) => !declared.includes(permission))
      .map(({ key }) => `${key} is in no feature's permissions`),
  ).toEqual([]);
});

test('every verb stands under a declared command and its examples lead back to it', () => {
  const names = contributions.of(commands).map(({ name }) => name);
  const faults = verbs.flatMap((verb) => [
    ...(names.includes(verb.command)
      ? []
      : [`${verb.command} ${verb.name}: no feature declares the command`]),
    ...verb.examples.filter(
      (example) => !example.startsWith(`/${verb.command}${verb.name && ` ${verb.name}`}`),
    ),
  ]);
  expect(faults).toEqual([]);
  expect(repeated(names)).toEqual([]);
});

test('every button on a sample has a handler that reads it, and every handler has a button on a sample', () => {
  const clicks = features.flatMap((feature) => feature.clicks ?? []);
  const buttons = samples.flatMap(({ name, draw }) =>
    buttonsIn(draw().blocks).map((button) => ({ name, ...button })),
  );
  const unanswered = buttons.filter(({ action_id, value }) => {
    const handler = clicks.find(({ action }) => action.id === actionIdOf(action_id));
    return handler?.action.decode(value) == null;
  });
  expect(unanswered.map(({ name, action_id }) => `${name}: nothing answers the button ${action_id}`)).toEqual(
    [],
  );
  const drawn = new Set(buttons.map(({ action_id }) => actionIdOf(action_id)));
  expect(
    clicks
      .filter(({ action }) => !drawn.has(action.id))
      .map(({ action }) => `no sample shows the button ${action.id}`),
  ).toEqual([]);
});

describe('a sample keeps within what Slack takes', () => {
  test.each(samples.map(({ name, draw }) => [name, draw] as const))('%s', (_, draw) => {
    const message = draw();
    expect(validateMessage(message)).toEqual([]);
    expect(message.text.trim(), 'a phone and a screen reader show only this').not.toBe('');
    expect(Buffer.byteLength(message.text)).toBeLessThanOrEqual(4_000);
    expect(
      [message.text, ...markedTexts(message.blocks)].join('\n'),
      'outside text must be escaped',
    ).not.toContain('<!');
  });
});

test('every table of states can be walked', () => {
  expect(features.flatMap((feature) => feature.states ?? []).flatMap(faultsOf)).toEqual([]);
});

/** Everything that Slack reads as mark-up. */
function markedTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markedTexts);
}

function buttonsIn(value: unknown): readonly { action_id: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button')
    return [value as unknown as { action_id: string; value: string }];
  if ('type' in value && (value.type === 'static_select' || value.type === 'overflow')) {
    const { action_id, options } = value as unknown as { action_id: string; options: { value: string }[] };
    return options.map((option) => ({ action_id, value: option.value }));
  }
  return Object.values(value).flatMap(buttonsIn);
}
