import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { getCodes, mapCode, statuses } from '../../shipments/index.ts';
import { getSources } from '../card/get.ts';
import { kindNames } from '../source/model.ts';
import type { Mapped, MappedCode } from './model.ts';
import { readMapping } from './read-words.ts';

const how = 'Write it like `/ops map EasyPost delivered_to_drone delivered`; `/ops map` lists the codes.';

/** The codes that nobody here knew, with the names of their sources. */
export async function getMapping(ctx: Context): Promise<readonly MappedCode[]> {
  const names = new Map(
    (await getSources.call(ctx, {})).sources.map(({ source }) => [source.id, source.name]),
  );
  return (await getCodes.call(ctx, {})).map((one) => ({
    ...one,
    source: names.get(one.source) ?? 'a source that was removed',
  }));
}

/** Maps what somebody typed. */
export async function mapWords(ctx: Context, words: readonly string[]): Promise<Mapped> {
  const sources = (await getSources.call(ctx, {})).sources.map(({ source: { id, name, kind } }) => ({
    id,
    name,
    kindName: kindNames[kind],
  }));
  const read = readMapping(words, sources, statuses);
  if ('reason' in read) throw new Refusal('invalid', read.reason, { next: how });
  const { source, code, status } = read.value;
  const { shipments } = await mapCode.call(ctx, { source: source.id, code, status });
  return { source: source.name, code, status, shipments };
}
