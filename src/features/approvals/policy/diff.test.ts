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

test('what was moved is the same, whatever the order of its keys', () => {
  const { breakGlass, stages, when, name } = rule('b', lead);
  const before = policy(lead, rule('a', lead), { breakGlass, stages, when, name });
  expect(differences(before, policy(lead, rule('b', lead), rule('a', lead)))).toEqual({
    gone: nothing,
    come: nothing,
  });
});

test('a rule that changed is gone and has come', () => {
  expect(differences(policy(lead, rule('a', lead)), policy(lead, rule('a', manager)))).toEqual({
    gone: { rules: [rule('a', lead)], otherwise: null },
    come: { rules: [rule('a', manager)], otherwise: null },
  });
});

test('so is who decides the rest', () => {
  expect(differences(policy(lead), policy(manager, rule('a', lead)))).toEqual({
    gone: { rules: [], otherwise: lead },
    come: { rules: [rule('a', lead)], otherwise: manager },
  });
});
