import { defineFacts } from '../../core/tokens/fact.ts';

/** An order's key has no space after a colon. */
export const noticePrefix = 'notice: ';

/** Subjects are orders, by their keys, and shipment notices, which bring lines of several. */
export const purchaseFacts = defineFacts({ id: 'purchase', tables: { purchase_line: 'po_key' } });

/** The subject of a shipment notice. */
export function noticeSubject(notice: string): string {
  return `${noticePrefix}${notice}`;
}

/** The notice that a subject is; null: it is an order. */
export function noticeIn(subject: string): string | null {
  return subject.startsWith(noticePrefix) ? subject.slice(noticePrefix.length) : null;
}
