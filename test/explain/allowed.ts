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
    statement: '/* prepared: stock.exactly */',
    fault: /looks at more than 10000 rows of order_line/,
    because: 'the demand of a best seller is the sum of its lines',
  },
  {
    statement: 'AND (s.code_key % $2 OR $3 <% s.title OR (s.code_key LIKE $4',
    fault: /sku/,
    because: 'a text that fits nothing is compared with every code and title',
  },
  {
    statement: 'AND s.code_key LIKE $2 ORDER BY s.code_key LIMIT $3',
    fault: /looks at more than 10000 rows of sku/,
    because: 'codes are read in their order until those with this beginning are found',
  },
  {
    statement: '"public"."sku"."supplier" IS NOT NULL) ORDER BY',
    fault: /sku/,
    because: 'the suppliers of a rule are those of all SKUs',
  },
  {
    statement: 'FROM (SELECT "public"."sku"."workspace_id", "public"."sku"."id" FROM "public"."sku"',
    fault: /sku/,
    because: 'the first set-up step counts the SKUs',
  },
];
