import { expect, test } from 'vitest';
import { linkKindOf } from '../../src/core/declare/finder.ts';
import { features } from '../../src/features/index.ts';
import { playbooks } from '../../src/features/issues/playbooks/ready-made.ts';
import { type SourceFile, sourceFiles, withoutComments } from './source.ts';

const kinds = features.flatMap(({ issueKinds = [] }) => issueKinds);
const declared = kinds.map(({ kind }) => kind);

/** The kinds that features raise issues as and none declares, as sentences. */
function undeclared(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/\braiseIssue\.call\([\s\S]*?;\n/g)].flatMap(([call]) =>
      [...call.matchAll(/\bkind: '([^']+)'/g)]
        .filter(([, kind = '']) => !declared.includes(kind))
        .map(([, kind]) => `${path} raises an issue of kind ${kind}: list it in the feature's issueKinds`),
    ),
  );
}

test('every kind that a feature raises issues as is declared by a feature', () => {
  expect(undeclared(sourceFiles('src'))).toEqual([]);
});

test('a kind that nobody declares is named', () => {
  const text = "await raiseIssue.call(ctx, {\n  title: 'Late',\n  kind: 'delivery',\n  links: [],\n});\n";
  expect(undeclared([{ path: 'src/features/deliveries/late.ts', text }])).toEqual([
    "src/features/deliveries/late.ts raises an issue of kind delivery: list it in the feature's issueKinds",
  ]);
});

test('every playbook is for kinds that features declare', () => {
  const unknown = playbooks.flatMap(({ title, kinds: own }) =>
    own.filter((kind) => !declared.includes(kind)).map((kind) => `${title}: ${kind}`),
  );
  expect(unknown).toEqual([]);
});

test('a kind is preset by links that a finder names, each link by one kind', () => {
  const links = features.flatMap(({ finders = [] }) => finders.filter(({ title }) => title).map(linkKindOf));
  const presets = kinds.flatMap(({ about }) => about ?? []);
  expect(presets.filter((about) => !links.includes(about))).toEqual([]);
  expect(presets).toEqual([...new Set(presets)]);
});
