import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { severities, states } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { type Page, pageSize } from './model.ts';
import { countIssues, listIssues, searchIssues } from './store.ts';

export const filterShape = z.object({
  state: z.enum(['open', ...states]),
  severity: z.enum(severities).nullable(),
  department: z.enum(departments).nullable(),
  whose: z.enum(['all', 'mine']),
  after: z.tuple([z.number().int(), z.number().int()]).nullable(),
});

/** A page of issues, worst first. */
export const listPage = query({
  name: 'issues.list',
  permission: seeIssues,
  input: filterShape,
  async run(ctx, wanted): Promise<Page> {
    const me = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    const [rows, total] = await Promise.all([
      listIssues(ctx.scope, wanted, me, pageSize + 1),
      countIssues(ctx.scope, wanted, me),
    ]);
    const issues = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? issues.at(-1) : undefined;
    const next: Page['next'] = last ? [severities.indexOf(last.severity), last.number] : null;
    return { filter: wanted, issues, total, next };
  },
});

/** The department of the one who asks, for their own list; null: they are in none. */
export const homeDepartment = query({
  name: 'issues.home-department',
  permission: seeIssues,
  input: z.object({}),
  async run({ actor }) {
    const own = actor.kind === 'person' ? actor.departments : [];
    return departments.find((department) => own.includes(department)) ?? null;
  },
});

/** Issues whose title holds these words, or nearly. */
export const findIssues = query({
  name: 'issues.find',
  permission: seeIssues,
  input: z.object({ text: z.string().min(1) }),
  run: async (ctx, { text }) => await searchIssues(ctx.scope, text.slice(0, 200), pageSize),
});
