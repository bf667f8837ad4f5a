import { codeKey } from '../../../core/text/code-key.ts';
import type { ImportCounts, ImportRow } from '../../../core/tokens/import-row.ts';
import { matchLines } from '../fold/match-lines.ts';
import type { OrderPlan } from '../keeping/plan.ts';
import { same } from '../keeping/rows.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import { saidLine } from './line-rules.ts';
import type { OpenOrder } from './open-orders.ts';

/** A row with what became of it. */
export interface Noted {
  readonly row: ImportRow;
  readonly one: OpenOrder;
  readonly order: StoredOrder;
  /** Undefined: a newer word has taken it away. */
  readonly line: StoredLine | undefined;
}

export interface Outcome {
  readonly counts: ImportCounts;
  readonly noted: readonly Noted[];
  /** Lines that files told whole have taken away, by their orders. */
  readonly taken: readonly StoredLine[];
}

/** What became of these orders' rows. */
export function outcomeOf(ready: readonly OpenOrder[], plans: readonly OrderPlan[]): Outcome {
  const counts = { added: 0, changed: 0, unchanged: 0, skipped: 0 };
  const noted: Noted[] = [];
  const taken: StoredLine[] = [];
  const byKey = new Map(
    plans.map((plan) => [`${plan.after.order.channel}\n${plan.after.order.numberKey}`, plan]),
  );
  for (const one of ready) {
    counts.skipped += one.repeated;
    const plan = byKey.get(`${one.reported.channel}\n${one.reported.numberKey}`);
    if (!plan) continue;
    const { before, after } = plan;
    const gone = before
      ? one.left.filter((line) => !after.lines.some((other) => isSameLine(line, other)))
      : [];
    taken.push(...gone);
    const isMoved = before !== null && (gone.length > 0 || !isSameOrder(before.order, after.order));
    const goneAt = new Set(gone.map(({ ordinal }) => ordinal));
    const linesBefore = new Map(before?.lines.map((line) => [line.ordinal, line]));
    const lineOf = linesAfter(one, plan);
    for (const row of one.rows) {
      const line = lineOf(row);
      noted.push({ row, one, order: after.order, line });
      const was = line && !goneAt.has(line.ordinal) ? linesBefore.get(line.ordinal) : undefined;
      if (line && !was) counts.added += 1;
      else if (line && (isMoved || !same(line, was))) counts.changed += 1;
      else counts.unchanged += 1;
    }
  }
  return { counts, noted, taken };
}

/** The line of each row: in a new order at its place, else as lines are matched. */
function linesAfter({ rows, skuOf }: OpenOrder, { before, after }: OrderPlan) {
  if (before === null) {
    const places = new Map(after.lines.map((line) => [line.ordinal, line]));
    return (row: ImportRow) => places.get(row.ordinal);
  }
  const { known } = matchLines(after.lines, rows.map(saidLine), skuOf);
  return (row: ImportRow) => known.get(row.line);
}

function isSameLine(a: StoredLine, b: StoredLine): boolean {
  return a.ordinal === b.ordinal && a.lineKey === b.lineKey && codeKey(a.code) === codeKey(b.code);
}

/** What follows from the lines counts with those. */
function isSameOrder(before: StoredOrder, after: StoredOrder): boolean {
  const plain = ({
    valueMinor: _,
    openMinor: __,
    saidAt: ___,
    foldVersion: ____,
    source: _____,
    ...order
  }: StoredOrder) => order;
  return same(plain(before), plain(after));
}
