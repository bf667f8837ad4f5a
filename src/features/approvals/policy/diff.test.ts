import { expect, test } from 'vitest';
import { anything } from './defaults.ts';
import { differences } from './diff.ts';
import type { Policy, Rule, Stage } from './model.ts';

const lead: Stage = { needs: 1, of: { role: 'lead', department: null, people: [] } };
const manager: Stage = { needs: 1, of: { role: 'manager', department: null, people: [] } };
const rule = (name: string, ...stages: Stage[]): Rule => ({
  name,
  when: anything,
  stages,
  breakGlass: false,
});
const policy = (otherwise: Stage, ...rules: Rule[]): Policy => ({ rules, otherwise });
const nothing = { rules: [], otherwise: null };

test('a moved rule is no difference, whatever the order of its keys', () => {
  const { breakGlass, stages, when, name } = rule('b', lead);
  const before = policy(lead, rule('a', lead), { breakGlass, stages, when, name });
  expect(differences(before, policy(lead, rule('b', lead), rule('a', lead)))).toEqual({
    removed: nothing,
    added: nothing,
  });
});

test('a changed rule is removed and added', () => {
  expect(differences(policy(lead, rule('a', lead)), policy(lead, rule('a', manager)))).toEqual({
    removed: { rules: [rule('a', lead)], otherwise: null },
    added: { rules: [rule('a', manager)], otherwise: null },
  });
});

test('changed default approvers are removed and added', () => {
  expect(differences(policy(lead), policy(manager, rule('a', lead)))).toEqual({
    removed: { rules: [], otherwise: lead },
    added: { rules: [rule('a', lead)], otherwise: manager },
  });
});
