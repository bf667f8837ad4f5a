import { expect, test } from 'vitest';
import { newContext } from '../../../test/harness/database.ts';
import type { Context } from '../../core/runtime/context.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import { dropRefs, type ExternalRef, keepRefs, refsOf, setRefs } from './refs.ts';

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ref = (externalId: string, ours: string, about: Partial<ExternalRef> = {}): ExternalRef => ({
  source: 'shop',
  kind: 'order',
  externalId,
  id: ours,
  ...about,
});
const scopeOf = (ctx: Context) => ctx.engine.database.scope(ctx.workspace.id);
const keep = async (ctx: Context, ...refs: readonly ExternalRef[]) =>
  await inUnit(ctx, {}, async ({ tx }) => await keepRefs(tx, refs));

test('who told an id first is right, and everybody is told which of ours it is', async () => {
  const ctx = await newContext();
  const first = ref('450789469', id(1));
  expect((await keep(ctx, first)).idOf(first)).toBe(id(1));
  const second = ref('450789469', id(2));
  expect((await keep(ctx, second)).idOf(second)).toBe(id(1));
  expect((await refsOf(scopeOf(ctx), [first])).idOf(first)).toBe(id(1));
});

test('ids are kept to the last digit, apart by source and by kind', async () => {
  const ctx = await newContext();
  const long = [ref('9007199254740993', id(1)), ref('9007199254740992', id(2))];
  const apart = [ref('7', id(3)), ref('7', id(4), { source: 'other' }), ref('7', id(5), { kind: 'sku' })];
  const kept = await keep(ctx, ...long, ...apart);
  expect([...long, ...apart].map((one) => kept.idOf(one))).toEqual([id(1), id(2), id(3), id(4), id(5)]);
  expect(kept.idOf(ref('8', id(9)))).toBeUndefined();
});

test("another shop's ids are its own", async () => {
  const [one, other] = [await newContext(), await newContext()];
  await keep(one, ref('1', id(1)));
  expect((await refsOf(scopeOf(other), [ref('1', id(1))])).idOf(ref('1', id(1)))).toBeUndefined();
});

test('what a person decides takes the place of what was known, and can be forgotten', async () => {
  const ctx = await newContext();
  await keep(ctx, ref('655441491', id(1), { kind: 'location' }));
  const decided = ref('655441491', id(2), { kind: 'location' });
  await inUnit(ctx, {}, async ({ tx }) => await setRefs(tx, [decided]));
  expect((await refsOf(scopeOf(ctx), [decided])).idOf(decided)).toBe(id(2));
  await inUnit(ctx, {}, async ({ tx }) => await dropRefs(tx, [decided]));
  expect((await refsOf(scopeOf(ctx), [decided])).idOf(decided)).toBeUndefined();
});

test('two who bring many in other orders at one moment agree', async () => {
  const ctx = await newContext();
  const told = (from: number) => Array.from({ length: 200 }, (_, i) => ref(`${i}`, id(from + i)));
  const both = await Promise.all([keep(ctx, ...told(1000)), keep(ctx, ...told(2000).reverse())]);
  for (const one of told(0)) expect(both[0].idOf(one)).toBe(both[1].idOf(one));
});
