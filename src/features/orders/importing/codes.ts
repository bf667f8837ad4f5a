import type { ToldThing } from '../../../core/declare/import.ts';
import { channelCode } from '../keeping/folding.ts';

/** Adds the SKUs that the same import has told and not stored. */
export function withTold(
  stored: ReadonlyMap<string, string>,
  codes: readonly { readonly channel: string; readonly codeKey: string }[],
  told: (key: string, channel: string) => readonly Pick<ToldThing, 'id'>[],
): ReadonlyMap<string, string> {
  const found = codes.flatMap(({ channel, codeKey: key }) =>
    told(key, channel).map(({ id }) => [channelCode(channel, key), id] as const),
  );
  return new Map([...found, ...stored]);
}
