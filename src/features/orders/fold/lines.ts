import { codeKey } from '../../../core/text/code-key.ts';
import type { Kept } from '../telling/hash.ts';
import type { LineSaid } from '../telling/said.ts';
import type { Known } from './input-model.ts';
import { type KnownLine, lineKey, matchLines, placesOf, type SaidLine } from './match-lines.ts';
import type { ToldLine } from './model.ts';

/** A line in the making. Its `code` is what the line is: an SKU of ours, else what it is called. */
interface Line extends KnownLine {
  readonly said: LineSaid;
  readonly told: ToldLine['told'];
}

/**
 * The lines that the statements leave, in their places. A statement is matched with the lines as they are at its place
 * among the others, whenever it came.
 */
export function linesOf(statements: readonly Kept[], known: Known): readonly ToldLine[] {
  let lines: readonly Line[] = [];
  for (const { lines: told, versionAt } of statements)
    if (told) lines = linesAfter(lines, told.of, { isWhole: told.tells === 'whole', at: versionAt, known });
  return lines.toSorted((a, b) => a.ordinal - b.ordinal).map((line) => toldLine(line, known));
}

function linesAfter(
  before: readonly Line[],
  told: readonly LineSaid[],
  { isWhole, at, known }: { readonly isWhole: boolean; readonly at: Date; readonly known: Known },
): readonly Line[] {
  const all = told.map((line, n): SaidLine & { readonly of: LineSaid } => ({
    line: n,
    ordinal: line.place ?? n + 1,
    id: lineKey(line.id),
    code: itemOf(line, known),
    priceMinor: line.unitPriceMinor ?? null,
    pieces: line.quantity,
    of: line,
  }));
  // An id that is told twice at once is one line: as it was told first.
  const ids = new Set<string>();
  const said = all.filter(({ id }) => id === null || (!ids.has(id) && ids.add(id)));
  const { known: paired, left } = matchLines(before, said, (code) => code);
  const kept = isWhole ? [] : left;
  const places = placesOf(said, paired, kept);
  const next = said.map(({ line, ordinal, id, code, of }): Line => {
    const one = paired.get(line);
    const merged = one ? { ...one.said, ...withoutGaps(of, one.said), code: codeAfter(one, code, of) } : of;
    return {
      ordinal: places.get(line) ?? ordinal,
      sourceLine: id ?? one?.sourceLine ?? null,
      code,
      ordered: of.quantity,
      refunded: 0,
      unitPriceMinor: merged.unitPriceMinor ?? null,
      said: merged,
      told: [...(one?.told ?? []), { at, pieces: of.quantity, current: currentAfter(one, of) }],
    };
  });
  return [...kept, ...next];
}

/** A statement without how many are left leaves out what was taken away before, and says nothing of it. */
function currentAfter(before: Line | undefined, { quantity, current }: LineSaid): number {
  const last = before?.told.at(-1);
  return current ?? Math.max(quantity - (last ? last.pieces - last.current : 0), 0);
}

/** What is said anew of a line. */
function withoutGaps(of: LineSaid, before: LineSaid): Partial<LineSaid> {
  const said = Object.entries(of).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), item: of.item ?? before.item };
}

/** A code keeps its first spelling while it means the same. */
function codeAfter({ code: meant, said }: Line, means: string, { code }: LineSaid): string {
  return meant === means || code === '' ? said.code || code : code;
}

function itemOf({ code, item }: LineSaid, known: Known): string {
  return (
    skuOf({ code, item }, known) ??
    (codeKey(code) || (item ? `${item.kind} ${item.source} ${item.externalId}` : ''))
  );
}

function skuOf({ code, item }: Pick<LineSaid, 'code' | 'item'>, known: Known): string | null {
  return (codeKey(code) === '' ? null : known.skuOf(code)) ?? (item ? known.idOf(item) : null);
}

function toldLine({ ordinal, sourceLine, said, told }: Line, known: Known): ToldLine {
  const kind = said.kind ?? 'goods';
  return {
    lineKey: sourceLine ?? `n:${ordinal}`,
    ordinal,
    sourceLine,
    code: said.code,
    skuId: skuOf(said, known),
    title: said.title ?? said.code,
    kind,
    requiresShipping: said.requiresShipping ?? kind === 'goods',
    unitPriceMinor: said.unitPriceMinor ?? 0n,
    shipBy: said.shipBy ?? null,
    told,
    refunded: said.refunded ?? 0,
  };
}
