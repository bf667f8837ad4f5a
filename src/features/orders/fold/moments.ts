export function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((first, one) => (one && (!first || one < first) ? one : first), null);
}

export function latest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((last, one) => (one && (!last || one > last) ? one : last), null);
}
