import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';

export interface Alias {
  readonly channel: string;
  readonly alias: string;
  readonly aliasKey: string;
  readonly skuId: string;
}

export type SaidAlias = Omit<Alias, 'skuId'>;

/** Reads "amazon:B01ABC;shopify:4711". `wrong` is the first part that cannot be read. */
export function readAliases(text: string): {
  readonly aliases: readonly SaidAlias[];
  readonly wrong: string | null;
} {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map((part) => /^([\w-]{1,40})\s*:\s*(\S.{0,99})$/.exec(part));
  const aliases = read.flatMap((match) => {
    const [, channel, alias] = match ?? [];
    return channel && alias ? [{ channel: channel.toLowerCase(), alias, aliasKey: codeKey(alias) }] : [];
  });
  const unique = new Map(aliases.map((alias) => [ownerKey(alias), alias]));
  return { aliases: [...unique.values()], wrong: parts[read.indexOf(null)] ?? null };
}

export function aliasFault(row: ImportRow): ImportFault | null {
  const { wrong } = readAliases(textOf(row, 'aliases') ?? '');
  return wrong === null
    ? null
    : { line: row.line, column: 'aliases', value: wrong, reason: 'is not of the form channel:code' };
}

/** An alias is unique in its channel. */
export const ownerKey = ({ channel, aliasKey }: SaidAlias): string => `${channel}\n${aliasKey}`;
