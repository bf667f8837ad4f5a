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
  /** Where the carrier shows a parcel, "{number}" in place of its tracking number; null: nobody has said. */
  readonly trackingUrl: string | null;
  /** By their codes. */
  readonly services: readonly Service[];
}

/** Longer ones are refused. */
export const mostName = 80;
export const mostUrl = 300;

/** In an address, where the tracking number stands. */
const numberMark = '{number}';

/** Why a text is no address of tracking pages; null: it is one. */
export function trackingUrlFault(url: string): string | null {
  if (url.length > mostUrl) return `is longer than ${mostUrl} characters`;
  if (!/^https:\/\/[^\s<>|"]+$/.test(url) || !URL.canParse(url))
    return 'is no address that begins with https://';
  const host = url.slice('https://'.length).split(/[/?#]/)[0] ?? '';
  if (!url.includes(numberMark) || host.includes(numberMark))
    return `has no ${numberMark} where the tracking number stands`;
  return null;
}

/** The carrier's page of a parcel. */
export function trackingPage(url: string, tracking: string): string {
  return url.replaceAll(numberMark, () => encodeURIComponent(tracking));
}

/** Why a text is no code of a carrier or a service; null: it is one. */
export function codeFault(code: string): string | null {
  return /^[\w-]{1,20}$/.test(code) ? null : 'is not 1 to 20 letters, digits, - or _';
}
