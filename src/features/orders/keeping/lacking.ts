import { missingSku } from '../../stock/index.ts';
import type { Known } from '../fold/input-model.ts';
import type { Kept } from '../telling/hash.ts';
import type { LineSaid, Ref } from '../telling/said.ts';

/** What statements of an order name of ours that nobody knows yet, by the names under which it arrives. */
export interface Lacking {
  /** Of what was told before. */
  readonly lacked: ReadonlySet<string>;
  /** Of what is told now, and was not lacking before. */
  readonly lacks: ReadonlySet<string>;
}

/** What a statement names and nobody knows, such as "sku MUG-01" or "location <source> 655441491". */
export function lackedBy(statement: Kept, known: Known): readonly string[] {
  return [
    ...(statement.lines?.of ?? []).flatMap((line) => lackedByLine(line, known)),
    ...refsIn(statement).flatMap((ref) => (known.idOf(ref) === null ? [missingRef(ref)] : [])),
  ];
}

function lackedByLine({ code, item, kind }: LineSaid, known: Known): readonly string[] {
  if (kind === 'service') return [];
  if (code !== '') return (known.skuOf(code) ?? (item && known.idOf(item))) ? [] : [missingSku(code)];
  return item && known.idOf(item) === null ? [missingRef(item)] : [];
}

// As sources say that what they name by an id of their own has arrived.
const missingRef = ({ kind, source, externalId }: Ref) => `${kind} ${source} ${externalId}`;

/** What the statement names of ours, besides the items of its lines. */
export function refsIn({ header, fulfilments = [], refunds = [] }: Kept): readonly Ref[] {
  const { location, replaces, splitFrom, mergedInto } = header ?? {};
  return [
    location,
    replaces,
    splitFrom,
    mergedInto,
    ...fulfilments.map((one) => one.location),
    ...refunds.flatMap(({ lines }) => lines.map((one) => one.location)),
  ].filter((ref) => ref !== undefined && ref !== null);
}
