import { codeKey } from '../../core/text/code-key.ts';

/** The name under which work waits for a SKU with this code, and under which it arrives. */
export function missingSku(code: string): string {
  return `sku ${codeKey(code)}`;
}
