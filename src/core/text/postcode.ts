/** Of a postcode its first two characters, such as "20" of 20095 and "SW" of SW1A 1AA: where a parcel goes, and nobody's address. Null: it has none. */
export function postcodeArea(postcode: string | null | undefined): string | null {
  const area = (postcode ?? '').replace(/[^A-Za-z0-9]/g, '').slice(0, 2);
  return area.length === 2 ? area.toUpperCase() : null;
}
