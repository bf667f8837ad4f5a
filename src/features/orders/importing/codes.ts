import { codeKey } from '../../../core/text/code-key.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import type { ReportedOrder } from './rules.ts';

/** How `skusByCode` names a code of a channel. */
export function channelCode(channel: string, code: string): string {
  return `${channel}\n${codeKey(code)}`;
}

/** Every code by which these orders' lines are told or stored. */
export function codesOf(
  reported: ReadonlyMap<string, ReportedOrder>,
  stored: ReadonlyMap<string, StoredOrder>,
  storedLines: ReadonlyMap<string, readonly StoredLine[]>,
) {
  const codes = new Map<string, { readonly channel: string; readonly codeKey: string }>();
  for (const [key, { channel, lines }] of reported) {
    const before = storedLines.get(stored.get(key)?.id ?? '') ?? [];
    for (const { code } of [...lines, ...before])
      codes.set(channelCode(channel, code), { channel, codeKey: codeKey(code) });
  }
  return [...codes.values()];
}

/** Adds the SKUs that the same import has told and not stored. */
export function withTold(
  stored: ReadonlyMap<string, string>,
  codes: readonly { readonly channel: string; readonly codeKey: string }[],
  told: (key: string, channel: string) => readonly { readonly id: string }[],
): ReadonlyMap<string, string> {
  const found = codes.flatMap(({ channel, codeKey: key }) =>
    told(key, channel).map(({ id }) => [channelCode(channel, key), id] as const),
  );
  return new Map([...found, ...stored]);
}
