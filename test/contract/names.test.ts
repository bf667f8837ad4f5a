import { describe, expect, test } from 'vitest';
import { defineFeature, type Feature } from '../../src/core/declare/feature.ts';
import { definePermission } from '../../src/core/tokens/permission.ts';
import { privately } from '../../src/core/tokens/reply.ts';
import { features } from '../../src/features/index.ts';
import { message } from '../../src/ui/blocks.ts';
import { mrkdwn } from '../../src/ui/text.ts';
import { nameFaults, tokenFaults } from './name-rules.ts';
import { sourceFiles } from './source.ts';

const core = sourceFiles('src/core');
const shape = { path: 'feature.ts', text: '' };

test('names are unique, and begin with their feature unless they are plain', () => {
  expect(nameFaults(features)).toEqual([]);
});

test('a follower has its own name in the audit log', () => {
  const names = features.flatMap(({ operations, follows = [] }) => [...operations, ...follows]);
  const repeated = names.filter(({ name }, i) => names.findIndex((one) => one.name === name) !== i);
  expect(repeated).toEqual([]);
});

test('each list of a feature is read by one token', () => {
  const feature = core.find(({ path }) => path.endsWith('declare/feature.ts')) ?? shape;
  expect(tokenFaults(feature, core)).toEqual([]);
});

describe('a breach is caught', () => {
  const look = definePermission({ key: 'plans.see', to: 'see plans', atLeast: 'viewer' });
  const answer = async () => privately(message(mrkdwn`A plan`, []));
  const shortcut = {
    id: 'plans.new',
    title: 'New plan',
    summary: 'Begins a plan',
    on: 'anywhere',
    answer,
  } as const;
  const finder = {
    kind: 'plan',
    searches: 'plans',
    permission: look,
    find: async () => [],
    show: async () => null,
  };
  const plans: Feature = defineFeature({
    name: 'plans',
    title: 'Plans',
    permissions: [look],
    operations: [],
    shortcuts: [shortcut],
    finders: [finder],
  });

  test('a missing name', () => expect(nameFaults([plans])).toEqual([]));
  test('a duplicate name', () => {
    const other = { ...plans, name: 'budgets', permissions: [], shortcuts: [] };
    expect(nameFaults([plans, other])).toEqual([
      'plan is the name of two of finders, in plans and budgets: call one of them otherwise',
    ]);
  });
  test("another feature's name", () => {
    expect(nameFaults([{ ...plans, shortcuts: [{ ...shortcut, id: 'stock.new' }] }])).toEqual([
      'stock.new of shortcuts belongs to plans: its name must begin with plans.',
    ]);
  });
  test('a new kind of contribution falls under the rule at once', () => {
    const later = { ...plans, gauges: [{ id: 'on-time' }, async () => 1] } as unknown as Feature;
    expect(nameFaults([later])).toEqual([
      'on-time of gauges belongs to plans: its name must begin with plans.',
      'one of gauges of plans has no name: give it an id, or list gauges in test/contract/name-rules.ts',
    ]);
  });
  test('a list without a token, and a token without a list', () => {
    const feature = {
      ...shape,
      text: 'export interface Feature {\n  readonly gauges?: readonly Gauge[];\n}',
    };
    const token = { path: 'gauge.ts', text: "export const rates = contribution<Rate>('rates');" };
    expect(tokenFaults(feature, [token])).toEqual([
      "gauges of Feature needs one token beside its shape: contribution<…>('gauges')",
      'gauge.ts reads rates, which is no list of Feature',
    ]);
  });
});
