import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { tablesOf } from './table-rules.ts';

const schema = readdirSync('prisma/schema').map((file) => ({
  path: `prisma/schema/${file}`,
  text: readFileSync(`prisma/schema/${file}`, 'utf8'),
}));
const owners = new Map(tablesOf(schema).map(({ name, owner }) => [name, owner]));
const families = features.flatMap(({ name, facts = [] }) =>
  facts.map((family) => ({ feature: name, family })),
);

test('every family of facts has a name of its own', () => {
  const ids = families.map(({ family }) => family.id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids).toEqual(expect.arrayContaining(['order', 'issue', 'approval', 'sku']));
});

test('facts are read from tables of their own feature, by a column that is there', () => {
  const faults = families.flatMap(({ feature, family }) =>
    Object.entries(family.tables).flatMap(([table, column]) => {
      if (owners.get(table) !== feature)
        return [`${family.id}: ${table} is no table of ${feature}: its owner notes what changes there`];
      const model = schema
        .flatMap(({ text }) => [...text.matchAll(/^model \w+ \{([\s\S]*?)\n\}/gm)])
        .map(([, body = '']) => body)
        .find((body) => body.includes(`@@map("${table}")`));
      const there =
        model?.includes(`@map("${column}")`) || new RegExp(`^ {2}${column} `, 'm').test(model ?? '');
      return there ? [] : [`${family.id}: ${table} has no column ${column}`];
    }),
  );
  expect(faults).toEqual([]);
});
