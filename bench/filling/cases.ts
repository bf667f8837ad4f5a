import { departments } from '../../src/core/tokens/departments.ts';
import { code, evenlySince, type Ground, id, pick, ranked } from './values.ts';

/** A busy day: an open issue about every 50th SKU, and an approval that waits about every 100th. */
export const mentioned = { everyIssue: 50, everyApproval: 100 } as const;

/** The persons of a bench, from 1: those who ask, then those who lead. */
export const persons = { asking: 50, leading: 10 } as const;

export function people({ workspace, now }: Ground): readonly string[] {
  const { asking, leading } = persons;
  return [
    `INSERT INTO person (workspace_id, id, name, time_zone, roles, departments, created_at)
     SELECT ${workspace}, ${id('person', 'n')}, 'Person ' || n, 'Europe/Berlin',
       CASE WHEN n > ${asking} THEN ARRAY['lead'] ELSE ARRAY['viewer'] END,
       CASE WHEN n > ${asking} THEN ARRAY[${pick(departments, 'n')}] ELSE ARRAY[]::text[] END, ${now}
     FROM generate_series(1, ${asking + leading}) n`,
  ];
}

/** The open issues and waiting approvals of a quiet shop. */
export function fewCases(ground: Ground): readonly string[] {
  const { workspace, now, skus } = ground;
  const { everyIssue, everyApproval } = mentioned;
  return [
    `INSERT INTO issue (workspace_id, id, number, kind, severity, department, title, state, owner_id, taken_at, promise_at, source, place, copies, created_at)
     SELECT ${workspace}, ${id('issue', 'n')}, n / ${everyIssue}, 'stock', 'high', 'warehouse', 'Shelf label is missing', 'on it',
       ${id('person', '1')}, ${now}, ${now} + interval '4 hours', 'command', 'C0BENCH001', ARRAY[]::text[], ${now}
     FROM generate_series(${everyIssue}, ${skus}, ${everyIssue}) n`,
    `INSERT INTO issue_link (workspace_id, issue_id, what, ref, label)
     SELECT ${workspace}, ${id('issue', 'n')}, 'sku', ${id('sku', 'n')}::text, ${code('n')}
     FROM generate_series(${everyIssue}, ${skus}, ${everyIssue}) n`,
    insertApprovals(
      ground,
      `SELECT n, n / ${everyApproval} AS number, n AS sku, 2 AS by FROM generate_series(${everyApproval}, ${skus}, ${everyApproval}) n`,
    ),
  ];
}

export interface Cases {
  readonly issues: number;
  /** Of which those about SKUs are ten for each one that is touched; the others are about orders. */
  readonly links: number;
  /** How many SKUs have open issues and waiting approvals. They are spread over all ranks. */
  readonly touched: number;
  readonly approvals: number;
  readonly orders: number;
}

/** Every how many ranks there is a SKU with open issues. */
export const touchedEvery = (skus: number, touched: number) => Math.floor(skus / touched);

/** The last number of what is over: those that are open come after it. */
export const overUntil = (open: number) => open * 9;

/** The issues and approvals of a large shop, with steps and events: nine that are over for each that is open. */
export function manyCases(ground: Ground, cases: Cases): readonly string[] {
  return [
    ...manyIssues(ground, cases),
    ...manyApprovals(ground, cases),
    // So that the next ones have numbers of their own.
    `INSERT INTO counter (workspace_id, series, value)
     VALUES (${ground.workspace}, 'issue', ${overUntil(cases.issues) + cases.issues}), (${ground.workspace}, 'approval', ${overUntil(cases.approvals) + cases.approvals})`,
  ];
}

/** The SKU of the t-th that is touched, from 0 and over again. */
const touchedSku = ({ skus }: Ground, touched: number, t: string) =>
  ranked(`(1 + (${t}) % ${touched})::bigint * ${touchedEvery(skus, touched)}`, skus);

function manyIssues(ground: Ground, { issues, links, touched, orders }: Cases): readonly string[] {
  const { workspace, now, channels } = ground;
  const over = overUntil(issues);
  const all = over + issues;
  const open = `n > ${over}`;
  const someone = id('person', `1 + n % ${persons.asking}`);
  const skuLinks = Math.min(links, touched * 10);
  // A third of a round further each time, so that no issue is about the same SKU twice.
  const linked = touchedSku(
    ground,
    touched,
    `(n - 1) % ${issues} + (n - 1) / ${issues} * ${Math.floor(touched / 3) + 1}`,
  );
  const order = `1 + n % ${orders}`;
  return [
    `INSERT INTO issue (workspace_id, id, number, kind, severity, department, title, state, owner_id, taken_at, promise_at, resolved_at, closed_at,
       source, place, copies, created_at)
     SELECT ${workspace}, ${id('issue', 'n')}, n, ${pick(['stock', 'order', 'shipment', 'other'], 'n')},
       CASE WHEN n % 100 = 0 THEN 'critical' WHEN n % 10 = 0 THEN 'high' WHEN n % 3 = 0 THEN 'low' ELSE 'normal' END,
       ${pick(departments, 'n / 7')}, ${pick(troubles, 'n')} || ' in aisle ' || n,
       CASE WHEN NOT ${open} THEN 'closed' WHEN n % 3 = 0 THEN 'new' ELSE 'on it' END,
       CASE WHEN n % 3 > 0 THEN ${someone} END, CASE WHEN n % 3 > 0 THEN ${now} END,
       CASE WHEN n % 3 > 0 THEN ${now} + interval '400 days' END, CASE WHEN NOT ${open} THEN ${now} END, CASE WHEN NOT ${open} THEN ${now} END,
       'command', ${pick(channels, 'n')}, ARRAY[]::text[], ${evenlySince(ground, 'n', all, 360)}
     FROM generate_series(1, ${all}) n`,
    `INSERT INTO issue_link (workspace_id, issue_id, what, ref, label)
     SELECT ${workspace}, ${id('issue', `${over} + 1 + (n - 1) % ${issues}`)}, what, ref, label
     FROM generate_series(1, ${links}) n, LATERAL (
       SELECT 'sku' AS what, ${id('sku', linked)}::text AS ref, ${code(linked)} AS label WHERE n <= ${skuLinks}
       UNION ALL SELECT 'order', ${id('order', order)}::text, '#' || ${order} WHERE n > ${skuLinks}) link`,
    `INSERT INTO issue_event (workspace_id, id, issue_id, what, at, actor_kind, person_id, before, after)
     SELECT ${workspace}, ${id('issueEvent', 'n * 2 + e')}, ${id('issue', 'n')}, CASE e WHEN 0 THEN 'raised' ELSE 'taken' END, ${now},
       'person', ${someone}, '{}', '{}'
     FROM generate_series(1, ${all}) n, generate_series(0, 1) e`,
    `INSERT INTO issue_step (workspace_id, id, issue_id, playbook, ordinal, what, owner, due_at, state)
     SELECT ${workspace}, ${id('step', 'n * 4 + s')}, ${id('issue', 'n')}, '', s, 'Walk the aisle', 'owner', ${now} + interval '400 days', 'open'
     FROM generate_series(4, ${all}, 4) n, generate_series(1, 3) s`,
    `INSERT INTO due_work (workspace_id, kind, subject, due_at, attempts, set_aside, correlation_id)
     SELECT ${workspace}, kind, ${id('issue', 'n')}::text, ${now} + interval '400 days', 0, false, 'bench'
     FROM generate_series(${over + 1}, ${all}) n, unnest(ARRAY['issues.promise', 'issues.steps']) kind
     WHERE CASE kind WHEN 'issues.promise' THEN n % 3 > 0 ELSE n % 4 = 0 END`,
  ];
}

function manyApprovals(ground: Ground, { approvals, touched }: Cases): readonly string[] {
  const { workspace, now, channels } = ground;
  const over = overUntil(approvals);
  const all = over + approvals;
  const someone = `1 + n % ${persons.asking}`;
  return [
    insertApprovals(
      ground,
      `SELECT n, n AS number, ${touchedSku(ground, touched, 'n')} AS sku, ${someone} AS by FROM generate_series(1, ${all}) n`,
    ),
    `UPDATE approval SET state = 'rejected', decided_at = ${now}, reason = 'It was found.' WHERE workspace_id = ${workspace} AND number <= ${over}`,
    `INSERT INTO approval_event (workspace_id, id, approval_id, what, at, actor_kind, person_id)
     SELECT ${workspace}, ${id('approvalEvent', 'n')}, ${id('approval', 'n')}, 'asked', ${now}, 'person', ${id('person', someone)}
     FROM generate_series(1, ${all}) n`,
    `INSERT INTO approval_place (workspace_id, approval_id, place)
     SELECT ${workspace}, ${id('approval', 'n')}, ${pick(channels, 'n')} FROM generate_series(1, ${all}) n`,
    `INSERT INTO due_work (workspace_id, kind, subject, due_at, attempts, set_aside, correlation_id)
     SELECT ${workspace}, kind, ${id('approval', 'n')}::text, ${now} + interval '400 days', 0, false, 'bench'
     FROM generate_series(${over + 1}, ${all}) n, unnest(ARRAY['approvals.remind', 'approvals.expire']) kind`,
  ];
}

const troubles = [
  'Shelf label is missing',
  'Count differs',
  'Pallet is damaged',
  'Parcel was returned',
  'Box is open',
];

/** `asked`: their numbers, the SKUs they are about and who asked. */
function insertApprovals({ workspace, now }: Ground, asked: string): string {
  return `INSERT INTO approval (workspace_id, id, number, kind, request, facts, subject, quantity, requester_id, requested_at, state, round,
      stage, policy_version, policy, asked_at, reminders)
    SELECT ${workspace}, ${id('approval', 'n')}, number, 'stock.adjustment',
      jsonb_build_object('skuId', ${id('sku', 'sku')}, 'locationId', ${id('location', '1')}, 'quantity', -30, 'cause', 'lost'),
      jsonb_build_object('code', ${code('sku')}, 'title', 'A thing', 'location', 'Hamburg', 'locationCode', 'L1', 'available', 79,
        'damaged', 0, 'availableInAll', 280, 'recentUnits', 12, 'unitCost', '457', 'currency', 'EUR'),
      ${id('sku', 'sku')}::text, 30, ${id('person', 'by')}, ${now}, 'waiting', 1, 0, 0,
      '{"rule": "adjustment", "breakGlass": false, "stages": [{"needs": 1, "of": {"role": "lead", "department": null, "people": []}}]}'::jsonb,
      ${now}, 0
    FROM (${asked}) asked`;
}
