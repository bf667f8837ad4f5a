import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source.ts';

/** A folder should be read at a glance, and a file without much scrolling. */
const mostFiles = 25;
const mostLines = 250;

function sizeFaults(files: readonly SourceFile[]): readonly string[] {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files)
    folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file]);
  return [
    ...[...folders]
      .filter(([, within]) => within.length > mostFiles)
      .map(
        ([folder, within]) =>
          `${folder} has ${within.length} files, and ${mostFiles} are read at a glance: give it parts (CONTRIBUTING.md)`,
      ),
    ...files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > mostLines)
      .map(
        ({ path, lines }) =>
          `${path} has ${lines} lines, at most ${mostLines}: find the second purpose in it and give it a file`,
      ),
  ];
}

test('no folder and no file is too large to read', () => {
  expect(['src', 'sandbox'].flatMap((root) => sizeFaults(sourceFiles(root)))).toEqual([]);
});

test('a breach is caught', () => {
  const folder = Array.from({ length: 26 }, (_, i) => ({ path: `src/plans/${i}.ts`, text: '' }));
  expect(sizeFaults(folder)).toEqual([expect.stringContaining('src/plans has 26 files')]);
  const file = { path: 'src/plans/plan.ts', text: 'x\n'.repeat(251) };
  expect(sizeFaults([file])).toEqual([expect.stringContaining('src/plans/plan.ts has 251 lines')]);
});
