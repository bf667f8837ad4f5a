/** What a carrier sells, such as Express. */
export interface Service {
  readonly id: string;
  /** As its key; unique among its carrier's. */
  readonly code: string;
  readonly name: string;
}

export interface Carrier {
  readonly id: string;
  /** As its key. */
  readonly code: string;
  readonly name: string;
  /** By their codes. */
  readonly services: readonly Service[];
}

/** Longer ones are refused. */
export const mostName = 80;

/** Why a text is no code of a carrier or a service; null: it is one. */
export function codeFault(code: string): string | null {
  return /^[\w-]{1,20}$/.test(code) ? null : 'is not 1 to 20 letters, digits, - or _';
}
