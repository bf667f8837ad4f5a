import { listOf } from '../../../core/text/sentence.ts';

/** A SKU that a name in a file means. */
export interface Named {
  readonly id: string;
  readonly code: string;
}

/** Why a row that names several SKUs is refused. */
export function severalMeant(named: readonly Named[]): string {
  return `means several SKUs: ${listOf(named.map(({ code }) => code))}`;
}

/** Why a row is refused that contradicts an earlier one about the same SKU. `code` is the SKU's own. */
export function contradiction(line: number, code: string, isSameName: boolean): string {
  return isSameName
    ? `differs from line ${line}`
    : `is ${code}, as in line ${line}, and differs from that line`;
}
