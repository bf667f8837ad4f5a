import { codeKey } from '../../../core/text/code-key.ts';

/** A purchase order's number as its key, without what people write before it: "PO-4711", "po 4711" and "4711" are 4711. */
export function poKey(raw: string): string {
  return codeKey(raw).replace(/^P\.?O\.?(?:[ #:.-]+(?=\S*\d)|(?=\d))/, '');
}

/** A supplier's name as its key: its case and spaces say nothing. */
export function supplierKey(raw: string): string {
  return codeKey(raw);
}
