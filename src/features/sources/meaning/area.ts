import { postcodeArea } from '../../../core/text/postcode.ts';

/** What an order says of its postcode: enough for a lane. */
export function areaOf(postcode: string | null | undefined): { readonly shipArea?: string } {
  const shipArea = postcodeArea(postcode);
  return shipArea === null ? {} : { shipArea };
}
