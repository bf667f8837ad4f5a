import { describe, expect, test } from 'vitest';
import { importFaults } from './import-rules.ts';
import { type SourceFile, sourceFiles, withoutComments } from './source.ts';

describe('src/cases stands below the features', () => {
  const file = (path: string, ...imports: readonly string[]): SourceFile => ({
    path: `src/${path}.ts`,
    text: imports.map((target) => `import { x } from '${target}';`).join('\n'),
  });
  const house = [
    file('cases/model'),
    file('cases/hold-store', './model.ts', '../db/scope.ts'),
    file('cases/hold', './hold-store.ts', '../core/runtime/context.ts'),
    file('cases/words-views', './model.ts', '../ui/text.ts'),
    file('features/counts/take', '../../cases/hold.ts'),
    file('features/counts/store', '../../cases/hold-store.ts'),
    file('features/counts/views', '../../cases/words-views.ts', '../../cases/model.ts'),
  ];
  test.each([
    [
      'cases that know a feature',
      file('cases/close', '../features/counts/index.ts'),
      'cases know no feature',
    ],
    [
      'a view that draws from their store',
      file('features/counts/page-views', '../../cases/hold-store.ts'),
      'draws',
    ],
    ['rules that run their operations', file('features/counts/rules', '../../cases/hold.ts'), 'pure'],
    [
      'clicks that go to their store',
      file('features/counts/slack', '../../cases/hold-store.ts'),
      'operations',
    ],
    ['an operation of theirs that draws', file('cases/draw', './words-views.ts', './hold.ts'), 'Slack'],
    ['a word of theirs that reads', file('cases/more-views', './hold-store.ts'), 'draws'],
  ])('%s', (_, breach, because) => {
    expect(importFaults(house)).toEqual([]);
    expect(importFaults([...house, breach])).toEqual([
      expect.stringMatching(new RegExp(`^${breach.path} must not import .*${because}`)),
    ]);
  });
});

describe('rules refuse with codes', () => {
  const sources = sourceFiles('src/features').map((file) => ({ ...file, text: withoutComments(file.text) }));
  const tables = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?const (\w+Sentences)\b[\s\S]*?= \{\n([\s\S]*?)^\};/gm)].map(
      ([, name = '', body = '']) => ({
        name,
        feature: path.split('/').slice(0, 3).join('/'),
        codes: [...body.matchAll(/^ {2}(?:'([^']+)'|"([^"]+)"|(\w+)):/gm)].map(
          ([, a, b, c]) => a ?? b ?? c ?? '',
        ),
      }),
    ),
  );

  test('there are tables of sentences', () => {
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.flatMap(({ codes }) => codes).length).toBeGreaterThan(25);
  });

  test.each(tables.map((table) => [table.name, table] as const))(
    '%s: a rule refuses with every code that has a sentence',
    (_, { codes, feature }) => {
      const text = sources
        .filter(({ path }) => path.startsWith(`${feature}/`))
        .map((file) => file.text.replace(/^\s*\|.*$|^\s*(?:'[^']+'|"[^"]+"):/gm, ''))
        .join('\n');
      expect(codes.filter((code) => !text.includes(`'${code}'`) && !text.includes(`"${code}"`))).toEqual([]);
    },
  );

  // The compiler checks that every code has a sentence: a table is `Sentences<Code, …>`.
  test('a rule refuses with a code, never with a sentence', () => {
    const faults = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/function (whyNo\w+)\([\s\S]*?\): ([^{;]*?) \{\n/g)]
        .filter(([, , returns = '']) => /\bstring\b/.test(returns))
        .map(
          ([, name]) =>
            `${path}: ${name} returns a sentence; return a code and put its sentence into a table`,
        ),
    );
    expect(faults).toEqual([]);
  });
});
