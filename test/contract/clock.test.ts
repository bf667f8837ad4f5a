import { expect, test } from 'vitest';
import { sourceFiles, withoutComments } from './source.ts';

const forbidden = [
  {
    what: /new Date\(\)|Date\.now\(|performance\.now\(/,
    only: /^src\/core\/runtime\/clock\.ts$/,
    instead: 'take the time from ctx.now, or from a Clock that is handed in',
  },
  {
    what: /Math\.random\(|randomUUID\(|randomInt\(|randomBytes\(/,
    only: /^src\/(core\/runtime\/ids|db\/embedded)\.ts$/,
    instead: 'take ids and chance from ctx.ids',
  },
  { what: /process\.env/, only: /^src\/config\.ts$/, instead: 'add a setting to src/config.ts' },
  {
    what: /\\p\{(C[cfs]?|Default_Ignorable_Code_Point)\}/,
    only: /^src\/core\/text\/clean\.ts$/,
    instead: 'clean text from outside with src/core/text/clean.ts',
  },
  {
    what: /console\.(log|error|warn|info)\(/,
    only: /^src\/(main|import|console)\.ts$/,
    instead: 'use ctx.log',
  },
];

test('time, chance, the environment and text from outside are each read in one place', () => {
  const faults = sourceFiles('src').flatMap(({ path, text }) =>
    forbidden
      .filter(({ what, only }) => what.test(withoutComments(text)) && !only.test(path))
      .map(({ what, instead }) => `${path} has ${what.exec(text)?.[0]}: ${instead}`),
  );
  expect(faults).toEqual([]);
});
