export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** The spans without overlaps, cut to the bounds, oldest first. */
export function mergeSpans(spans: readonly Span[], bounds: Span): readonly Span[] {
  const within = spans
    .map(({ from, until }) => ({
      from: new Date(Math.max(from.getTime(), bounds.from.getTime())),
      until: new Date(Math.min(until.getTime(), bounds.until.getTime())),
    }))
    .filter(({ from, until }) => from < until)
    .sort((one, other) => one.from.getTime() - other.from.getTime());
  const result: Span[] = [];
  for (const span of within) {
    const last = result.at(-1);
    if (!last || span.from > last.until) result.push(span);
    else if (span.until > last.until) result[result.length - 1] = { from: last.from, until: span.until };
  }
  return result;
}
