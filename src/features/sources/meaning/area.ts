/** Of a postcode its first two characters: enough for a lane, and nobody's address. */
export function areaOf(postcode: string | null | undefined): { readonly shipArea?: string } {
  const area = (postcode ?? '').replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 2);
  return area.length === 2 ? { shipArea: area.toUpperCase() } : {};
}
