import type { FoldedLine } from './model.ts';

/** What the goods of a sale are worth that are not cancelled, and those of them that are still to be sent. */
export function worth(
  lines: readonly Pick<FoldedLine, 'kind' | 'ordered' | 'cancelled' | 'open' | 'unitPriceMinor'>[],
) {
  const goods = lines.filter(({ kind }) => kind === 'goods');
  const sum = (piecesOf: (line: (typeof goods)[number]) => number) =>
    goods.reduce((all, line) => all + BigInt(piecesOf(line)) * line.unitPriceMinor, 0n);
  return {
    valueMinor: sum(({ ordered, cancelled }) => ordered - cancelled),
    openMinor: sum(({ open }) => open),
  };
}
