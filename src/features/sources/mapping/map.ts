import type { Context } from '../../../core/runtime/context.ts';
import { demandPermission } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { fileOrigin, getCodes, mapCode, mapCodes, meanings } from '../../shipments/index.ts';
import { getSources } from '../card/get.ts';
import { kindNames } from '../source/model.ts';
import type { Mapped, MappedCode } from './model.ts';
import { type Named, readMapping } from './read-words.ts';

const how = 'Write it like `/ops map EasyPost delivered_to_drone delivered`; `/ops map` lists the codes.';

/** The codes that nobody here knew, with the names of their sources. */
export async function getMapping(ctx: Context): Promise<readonly MappedCode[]> {
  // Who may not is told of the codes they asked for, and not of the sources that name them.
  const codes = await getCodes.call(ctx, {});
  const names = new Map((await namedSources(ctx)).map(({ id, name }) => [id, name]));
  return codes.map((one) => ({
    ...one,
    source: names.get(one.source) ?? 'a source that was removed',
  }));
}

/** Maps what somebody typed. */
export async function mapWords(ctx: Context, words: readonly string[]): Promise<Mapped> {
  // Nobody reads what a code may mean who may not say it.
  await demandPermission(ctx, mapCodes);
  const read = readMapping(words, await namedSources(ctx), meanings);
  if ('reason' in read) throw new Refusal('invalid', read.reason, { next: how });
  const { source, code, status } = read.value;
  const { shipments } = await mapCode.call(ctx, { source: source.id, code, status });
  return { source: source.name, code, status, shipments };
}

/** The sources, and the files that told a code which nobody knew: "file 3PL", or 3PL where nothing else is called so. */
async function namedSources(ctx: Context): Promise<readonly Named[]> {
  const { sources } = await getSources.call(ctx, {});
  const told = new Set((await getCodes.call(ctx, {})).map(({ source }) => source));
  const files = [...told].flatMap((id) => {
    const origin = fileOrigin(id);
    return origin === null ? [] : [{ id, name: id, kindName: origin }];
  });
  return [
    ...sources.map(({ source: { id, name, kind } }) => ({ id, name, kindName: kindNames[kind] })),
    ...files,
  ];
}
