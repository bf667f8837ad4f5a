import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { questions } from '../explain/questions.ts';

test('every verb is asked in the large shop, where what it reads is explained', () => {
  const verbs = features.flatMap((feature) => feature.verbs ?? []);
  const asked = verbs.map(({ command, name }) => `/${command} ${name}`.trim());
  const missing = asked.filter((one) => !(one in questions));
  expect(missing, 'give these a question in test/explain/questions.ts').toEqual([]);
  expect(Object.keys(questions).filter((one) => !asked.includes(one))).toEqual([]);
});
