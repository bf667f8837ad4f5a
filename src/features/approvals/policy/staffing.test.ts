import { expect, test } from 'vitest';
import type { Group, Stage } from './model.ts';
import { shortageWords } from './refusals.ts';
import { namesAmong, type Person, shortageFor } from './staffing.ts';

const person = (id: string, role: string, ...departments: string[]): Person => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  roles: [role],
  departments,
});
const maya = person('maya', 'operator', 'warehouse');
const omar = person('omar', 'lead', 'warehouse');
const lena = person('lena', 'lead', 'shipping');
const nils = person('nils', 'manager', 'management');
const vera = person('vera', 'viewer', 'warehouse');
const everybody = [maya, omar, lena, nils, vera];

const stage = (needs: number, of: Partial<Group>): Stage => ({
  needs,
  of: { role: null, department: null, people: [], ...of },
});

test.each<[string, Stage[], Person[], string, string | null]>([
  ['a lead', [stage(1, { role: 'lead' })], everybody, 'maya', null],
  ['two leads, asked by one of three', [stage(2, { role: 'lead' })], everybody, 'omar', null],
  ['a rule without stages', [], [], 'maya', null],
  [
    'the only manager asks',
    [stage(1, { role: 'manager' })],
    everybody,
    'nils',
    'it needs a manager other than you, and there is nobody.',
  ],
  [
    'three leads, with only two besides the requester',
    [stage(3, { role: 'lead' })],
    everybody,
    'omar',
    'it needs 3 leads other than you, and there are only 2 people.',
  ],
  [
    'a need beyond any team',
    [stage(2_000_000_000, { role: 'lead' })],
    everybody,
    'maya',
    'it needs 2000000000 leads other than you, and there are only 3 people.',
  ],
  [
    'a named viewer does not count',
    [stage(1, { people: ['vera'] })],
    everybody,
    'maya',
    'it needs Vera other than you, and there is nobody.',
  ],
  [
    'a named person who left does not count',
    [stage(1, { people: ['kim'] })],
    everybody,
    'maya',
    'it needs somebody who has left other than you, and there is nobody.',
  ],
  [
    'only the requester is named',
    [stage(1, { people: ['omar'] })],
    everybody,
    'omar',
    'it is for you alone, and nobody approves their own request.',
  ],
  // Omar fits both stages, Lena only the first: Omar has to be kept for the second.
  [
    'a person who fits both stages is kept for the one that nobody else fits',
    [stage(1, { role: 'lead' }), stage(1, { people: ['omar'] })],
    [maya, omar, lena],
    'maya',
    null,
  ],
  [
    'one person counts in one stage only',
    [stage(1, { department: 'warehouse' }), stage(1, { people: ['omar'] })],
    [maya, omar, nils],
    'maya',
    'its stages need 2 different people other than you (people in warehouse; Omar), and there are not so many.',
  ],
])('staffing a rule: %s', (_, stages, people, requester, sentence) => {
  const shortage = shortageFor(stages, people, requester);
  expect(shortage && shortageWords(shortage, { stages, nameOf: namesAmong(people) })).toBe(sentence);
});
