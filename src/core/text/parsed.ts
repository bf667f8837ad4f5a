/** A parsed cell: its value, or why it has none. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string };

export const value = <T>(value: T): Parsed<T> => ({ value });
/** Completes "<column> …". */
export const reason = (reason: string): Parsed<never> => ({ reason });
