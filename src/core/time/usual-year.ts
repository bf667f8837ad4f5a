/** Whether a moment lies in 1970 to 2100: what others say beyond is a mistake of theirs. */
export function isUsualYear(at: Date): boolean {
  const year = at.getUTCFullYear();
  return year >= 1970 && year <= 2100;
}
