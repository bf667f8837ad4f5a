import { number, signed } from '../../../core/text/quantity.ts';

/** What keeps the numbers of an outside location, by its kind. */
export function sourceWords(kind: string): string {
  if (kind === '3pl') return 'the 3PL';
  if (kind === 'marketplace') return 'the marketplace';
  return kind === 'store' ? 'the store’s own system' : 'the warehouse system';
}

/** What a change there comes to, before anybody asks for it. `quantity`: null while it is not known. */
export function outsideSentence(location: string, kind: string, quantity: number | null): string {
  const what = quantity === null ? 'it' : signed(quantity);
  return `${location}: its numbers come from ${sourceWords(kind)}, so nothing is booked here. It becomes a task to enter ${what} there.`;
}

/** What became of it. `after`: what there is once all is entered. */
export function outsideOutcome(told: {
  readonly code: string;
  readonly location: string;
  readonly kind: string;
  readonly quantity: number;
  readonly available: number;
  readonly after: number;
  readonly issueNumber: number;
}): string {
  const { code, location, kind, quantity, available, after, issueNumber } = told;
  return `Nothing is booked here for ${location}: task #${issueNumber} is to enter ${signed(quantity)} × ${code} in ${sourceWords(kind)}. ${number(available)} available, ${number(after)} once it is entered.`;
}

/** Said first when the location's numbers changed hands between the question and the yes. */
export function ownerChanged(location: string, record: string): string {
  return record === 'outside'
    ? `Since it was asked, an outside system keeps the numbers of ${location}. `
    : `Since it was asked, the numbers of ${location} are kept here. `;
}
