/** A statement that may do what others may not, and why. */
export interface Allowance {
  /** A part of its text. */
  readonly statement: string;
  /** What it may do, in words of the fault. */
  readonly fault: RegExp;
  readonly because: string;
}

/** One whose statement is not asked any more fails, too. */
export const allowed: readonly Allowance[] = [
  {
    statement: 'FROM issue i WHERE i.workspace_id = $1::uuid AND i.workspace_id = $2::uuid AND i.state = $3',
    fault: /looks at more than 10000 rows of issue/,
    because: 'a list tells how many rows it has, counted in an index',
  },
  {
    statement: 'SELECT ( SELECT count(*)::int FROM approval a',
    fault: /looks at more than 10000 rows of approval/,
    because: 'a list tells how many rows it has, counted in an index',
  },
  {
    statement: '(SELECT count(*)::int FROM due_work',
    fault: /looks at more than 10000 rows of due_work/,
    because: 'an overview tells how much is still to come, counted in an index',
  },
  {
    statement: 'count(DISTINCT f.sku) AS n',
    fault: /line_fact/,
    because:
      'how many different SKUs were sold no days add up to: it is counted in the facts of those days, which may be all',
  },
  {
    statement: 'AND f.out <> 0 AND f.since_day <',
    fault: /stock_time_fact/,
    because:
      'what was out of stock is looked for among the spans without stock, which are few of all, the latest first',
  },
  {
    statement: 'AS times FROM feed_lag_fact f',
    fault: /feed_lag_fact/,
    because:
      'percentiles of days are no percentiles: the lengths of all days asked for are read, which are few for each day',
  },
];
