import { expect, test } from 'vitest';
import { newContext } from '../../../test/harness/database.ts';
import { loggedErrors } from '../../../test/harness/log.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Context } from '../runtime/context.ts';
import { contributionsOf } from '../runtime/contributions.ts';
import { definePermission, type Permission } from '../tokens/permission.ts';
import { askingOf, type Mentioner, mentionsOf } from './mention.ts';

const look = definePermission({ key: 'test.look', to: 'look', atLeast: 'viewer' });
const lead = definePermission({ key: 'test.lead', to: 'lead', atLeast: 'lead' });

/** Says its name about every thing. */
const says = (name: string, permission: Permission = look): Mentioner<string> => ({
  permission,
  has: () => Prisma.sql`true`,
  tells: (_, { what, ref }) => Prisma.sql`to_json(${name}::text || ' about ' || ${what} || ' ' || ${ref})`,
  draw: (_, line) => ({ line }),
});
const breaks: Mentioner = {
  permission: look,
  has: () => Prisma.sql`EXISTS (SELECT 1 FROM payout)`,
  tells: () => Prisma.sql`(SELECT to_json(p) FROM payout p)`,
  draw: () => null,
};

/** The context of a reader, and the statements that were asked of the database. */
async function reader(role: 'viewer' | 'lead', mentions: readonly Mentioner<never>[], ground?: Context) {
  const ctx = await newContext({ role, ...(ground && { workspace: ground.workspace }) });
  const contributions =
    ground?.engine.contributions ??
    contributionsOf(mentions.map((one, i) => ({ name: `f${i}`, title: `Feature ${i}`, mentions: [one] })));
  const asked: string[] = [];
  const database: Context['engine']['database'] = {
    ...ctx.engine.database,
    async told(scope, branches, about) {
      asked.push(`${branches.length} branches about ${about.ref}`);
      return await ctx.engine.database.told(scope, branches, about);
    },
  };
  return { ctx: { ...ctx, engine: { ...ctx.engine, contributions, database } }, asked };
}

const linesOf = async (ctx: Context, ...ids: readonly string[]) =>
  [
    ...(
      await mentionsOf(
        ctx,
        'sku',
        ids.map((id) => ({ id })),
      )
    ).values(),
  ].map((mentions) => mentions.map(({ line }) => line));

test('all features tell about a thing in one statement, in their order', async () => {
  const { ctx, asked } = await reader('viewer', [says('issues'), says('approvals'), says('counts')]);
  expect(await linesOf(ctx, 'a')).toEqual([
    ['issues about sku a', 'approvals about sku a', 'counts about sku a'],
  ]);
  expect(asked).toEqual(['3 branches about a']);
});

test('what the reader may not see is not even run', async () => {
  // It would fail if it ran.
  const secret: Mentioner = {
    ...says('secrets', lead),
    tells: (_, { ref }) => Prisma.sql`to_json(${ref}::int)`,
    draw: () => ({ line: 'a secret' }),
  };
  const { ctx } = await reader('viewer', [secret, says('issues')]);
  expect(askingOf(ctx).may).toBe('01');
  expect(await linesOf(ctx, 'a')).toEqual([['issues about sku a']]);
});

test('readers with different rights who ask at the same moment each get their own', async () => {
  const { ctx: one } = await reader('viewer', [says('issues'), says('costs', lead)]);
  const { ctx: other } = await reader('lead', [], one);
  const many = Array.from({ length: 20 }, async (_, i) => await linesOf(i % 2 ? one : other, `x${i}`));
  for (const [i, lines] of (await Promise.all(many)).entries())
    expect(lines).toEqual([
      i % 2 ? [`issues about sku x${i}`] : [`issues about sku x${i}`, `costs about sku x${i}`],
    ]);
});

test('a thing that nobody has something to say about costs no statement', async () => {
  const { ctx, asked } = await reader('viewer', [says('issues'), says('approvals')]);
  const things = [
    { id: 'a', touchedBy: '00' },
    { id: 'b', touchedBy: '01' },
  ];
  const lines = await mentionsOf(ctx, 'sku', things);
  expect([...lines]).toEqual([['b', [{ line: 'approvals about sku b' }]]]);
  expect(asked).toEqual(['2 branches about b']);
});

test('one broken feature is named, and the others are shown', async () => {
  const errors = loggedErrors();
  const { ctx, asked } = await reader('viewer', [says('issues'), breaks, says('counts')]);
  const [lines = []] = await linesOf(ctx, 'a');
  expect(lines).toEqual([
    'issues about sku a',
    'counts about sku a',
    expect.stringMatching(/^Feature 1 could not be read \(ref QM-\w{6}\)$/),
  ]);
  expect(asked).toEqual(['3 branches about a', ...Array(3).fill('1 branches about a')]);
  expect(errors).toHaveLength(1);
});

test('a line that cannot be drawn takes no other down', async () => {
  const errors = loggedErrors();
  const undrawable: Mentioner<string> = {
    ...says('issues'),
    draw: () => {
      throw new Error('no such kind');
    },
  };
  const { ctx } = await reader('viewer', [undrawable, says('counts')]);
  expect(await linesOf(ctx, 'a')).toEqual([
    ['counts about sku a', expect.stringMatching(/^Feature 0 could not be read/)],
  ]);
  expect(errors).toHaveLength(1);
});

test('text from outside is a value, never SQL', async () => {
  const { ctx } = await reader('viewer', [says('issues')]);
  const hostile = `'; DROP TABLE sku; -- $1 ${'{'}`;
  expect(await linesOf(ctx, hostile)).toEqual([[`issues about sku ${hostile}`]]);
});
