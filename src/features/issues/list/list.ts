import { z } from 'zod';
import { readPage } from '../../../core/declare/lists/page.ts';
import { query } from '../../../core/runtime/operation.ts';
import { pagedShape } from '../../../core/tokens/page.ts';
import { departmentAmong, overseesAll } from '../issue/department-rules.ts';
import { type Issue, isLate, lateFirst, severities } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { type Filter, filterShape, type IssuePage, mostSearched, type News, pageSize } from './model.ts';
import {
  countElsewhere,
  countIssues,
  countWorst,
  listIssues,
  listOwnAbout,
  listSince,
  listUnattended,
  searchIssues,
} from './store.ts';

const isOver = (state: Filter['state']) => state === 'done' || state === 'closed';

/** A page of issues, worst first. */
export const listPage = query({
  name: 'issues.list',
  permission: seeIssues,
  input: pagedShape(filterShape),
  async run({ scope, actor, now }, wanted): Promise<IssuePage> {
    const me = actor.kind === 'person' ? actor.id : null;
    const { state, severity, department, whose } = wanted;
    const narrow = state !== 'open' || severity !== null || whose !== 'all';
    const page = await readPage<Issue, Filter>(wanted, {
      size: pageSize,
      read: (filter, limit) => listIssues(scope, filter, me, limit),
      count: (filter) => countIssues(scope, filter, me),
      placeOf: ({ severity, number }) => [severities.indexOf(severity), number],
    });
    const elsewhere = department && !narrow ? await countElsewhere(scope, department) : null;
    const worst = isOver(state) ? null : await countWorst(scope, wanted, me, now);
    return { ...page, elsewhere, worst };
  },
});

/** What the reader's Home shows beside their own: see `listUnattended`. */
export const unattended = query({
  name: 'issues.unattended',
  permission: seeIssues,
  input: z.object({ limit: z.number().int() }),
  async run({ scope, actor }, { limit }) {
    const person = actor.kind === 'person' ? actor : null;
    return await listUnattended(scope, {
      departments: person?.departments ?? [],
      overseesAll: person !== null && overseesAll(person),
      me: person?.id ?? null,
      limit,
    });
  },
});

/** What was raised and what was resolved from a moment on, until another or until now, the worst first. */
export const news = query({
  name: 'issues.news',
  permission: seeIssues,
  input: z.object({ since: z.date(), until: z.date().nullable(), limit: z.int() }),
  async run({ scope }, { since, until, limit }): Promise<News> {
    const [raised, resolved] = await Promise.all([
      listSince(scope, 'raised', { since, until }, limit),
      listSince(scope, 'resolved', { since, until }, limit),
    ]);
    return { since, until, raised, resolved };
  },
});

/** The reader's own department, which presets lists and forms; null: they have none. */
export const homeDepartment = query({
  name: 'issues.home-department',
  permission: seeIssues,
  input: z.object({}),
  async run({ actor }) {
    return departmentAmong(actor.kind === 'person' ? actor.departments : []);
  },
});

/** The reader's own open issues about any thing of a kind, such as an order: the late first, then the worst. */
export const ownAbout = query({
  name: 'issues.own-about',
  permission: seeIssues,
  input: z.object({ what: z.string() }),
  async run({ scope, actor, now }, { what }) {
    if (actor.kind !== 'person') return [];
    const own = await listOwnAbout(scope, actor.id, what);
    return lateFirst(own, now).map(({ id, number, severity, title, ...one }) => ({
      id,
      number,
      severity,
      title,
      isLate: isLate(one, now),
    }));
  },
});

/** Issues by words of their title, typos forgiven; one more than are counted. */
export const findIssues = query({
  name: 'issues.find',
  permission: seeIssues,
  input: z.object({ text: z.string().min(1) }),
  run: async (ctx, { text }) => await searchIssues(ctx.scope, text.slice(0, 200), mostSearched + 1),
});
