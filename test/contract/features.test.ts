import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/core/declare/command.ts';
import type { Actor } from '../../src/core/runtime/actor.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import type { Database, Scope } from '../../src/core/runtime/database.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { Refusal } from '../../src/core/runtime/refusal.ts';
import { roles } from '../../src/core/tokens/permission.ts';
import { faultsOf } from '../../src/core/tokens/states.ts';
import { features } from '../../src/features/index.ts';

const contributions = contributionsOf(features);
const operations = features.flatMap((feature) => feature.operations);
const verbs = features.flatMap((feature) => feature.verbs ?? []);
const forms = features.flatMap((feature) => feature.forms ?? []);

test('every feature folder is in the list', () => {
  const folders = readdirSync('src/features', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const listed = features.map((feature) => feature.name);
  const missing = folders
    .filter(({ name }) => !listed.includes(name))
    .map(({ name }) => `src/features/${name} is not listed: add it to src/features/index.ts`);
  expect(missing).toEqual([]);
  expect(listed.filter((name) => !folders.some((folder) => folder.name === name))).toEqual([]);
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

describe('an operation refuses an actor without its permission before it touches any data', () => {
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
        if (itself) expect(message).toMatch(/: only the bot itself does that\.$/);
        else
          expect(next).toBe(actor.kind === 'person' ? 'Ask Ada to run `/ops grant`.' : 'Ask Ada to do it.');
      }
      expect(touched).toEqual([]);
    },
  );
});

test('a follower follows an operation that changes something', () => {
  const mutations = operations.filter(({ kind }) => kind === 'mutation').map(({ name }) => name);
  const followers = features.flatMap(({ follows = [] }) => follows);
  expect(followers.filter(({ operation }) => !mutations.includes(operation))).toEqual([]);
});

test('a feature declares every permission that is used', () => {
  const declared = features.flatMap((feature) => feature.permissions).map(({ key }) => key);
  const used = [
    ...operations.map(({ permission }) => permission),
    ...verbs.map(({ permission }) => permission),
    ...forms.map(({ permission }) => permission),
  ];
  expect(
    used
      .filter(({ key }) => !declared.includes(key))
      .map(({ key }) => `${key} is in no feature's permissions`),
  ).toEqual([]);
});

test('every verb belongs to a declared command, and its examples lead back to it', () => {
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
});

test('every table of states can be walked', () => {
  expect(features.flatMap((feature) => feature.states ?? []).flatMap(faultsOf)).toEqual([]);
});
