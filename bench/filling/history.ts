import { persons } from './cases.ts';
import { evenlySince, type Ground, id, pick } from './values.ts';

/** What a shop has behind it. */
export interface History {
  readonly messages: number;
  readonly audit: number;
  /** Those that audit rows are about. */
  readonly issues: number;
}

/** Messages that still wait, among all. */
const waiting = 300;
/** Rows of what is kept for days or weeks, such as arrivals and runs of schedules. */
const shortKept = 20_000;

/** Messages that were sent, audit rows, and what arrived and ran lately. */
export function history(ground: Ground, { messages, audit, issues }: History): readonly string[] {
  const { workspace, now, skus, channels } = ground;
  const someone = id('person', `1 + n % ${persons.asking}`);
  const waits = `n % ${Math.ceil(messages / waiting)} = 0`;
  const sentAt = evenlySince(ground, 'n', messages, 300);
  return [
    `INSERT INTO message (workspace_id, id, kind, subject, place, facts, wanted_version, sent_version, state, priority, due_at, waiting_since,
       channel, ts, sent_at, broadcast, attempts, correlation_id)
     SELECT ${workspace}, ${id('message', 'n')}, ${pick(['issues.line', 'messages.answer', 'approvals.line', 'stock.crossing'], 'n')},
       'kept ' || n, ${pick(channels, 'n')}, '{}', 1, CASE WHEN ${waits} THEN 0 ELSE 1 END, CASE WHEN ${waits} THEN 'waiting' ELSE 'said' END,
       2, CASE WHEN ${waits} THEN ${now} + interval '400 days' ELSE ${sentAt} END, ${sentAt},
       CASE WHEN NOT ${waits} THEN ${pick(channels, 'n')} END, CASE WHEN NOT ${waits} THEN '1700000000.' || n END,
       CASE WHEN NOT ${waits} THEN ${sentAt} END, false, 0, 'bench'
     FROM generate_series(1, ${messages}) n`,
    `INSERT INTO audit_entry (workspace_id, id, recorded_at, actor_kind, actor_id, operation, subject_kind, subject_id, before, after, correlation_id)
     SELECT ${workspace}, ${id('audit', 'n')}, ${evenlySince(ground, 'n', audit, 700)}, 'person', (${someone})::text,
       ${pick(['issues.take', 'stock.import-orders', 'approvals.vote', 'stock.adjust'], 'n')},
       ${pick(['issue', 'order', 'approval', 'level'], 'n')}, ${id('issue', `1 + n % ${issues}`)}::text, '{"state": "new"}', '{"state": "on it"}', 'bench'
     FROM generate_series(1, ${audit}) n`,
    `INSERT INTO inbound_event (workspace_id, source, key, received_at, handled_at, attempts, done_at)
     SELECT ${workspace}, 'slack', 'bench ' || n, ${now} - n * interval '1 second', ${now}, 1, ${now} FROM generate_series(1, ${shortKept}) n`,
    `INSERT INTO schedule (workspace_id, id, kind, cron, time_zone, place, catch_up, paused, created_at, ended_at, settled_until)
     SELECT ${workspace}, ${id('schedule', '1')}, 'jobs.heartbeat', '* * * * *', 'UTC', 'C0BENCH001', 'skip', false, ${now}, ${now}, ${now}`,
    `INSERT INTO slot (workspace_id, schedule_id, slot_at, state, attempts, started_at, settled_at, correlation_id)
     SELECT ${workspace}, ${id('schedule', '1')}, ${now} - n * interval '1 minute', 'done', 1, ${now} - n * interval '1 minute', ${now}, 'bench'
     FROM generate_series(1, ${shortKept}) n`,
    `INSERT INTO subject_watch (workspace_id, kind, subject_id, place, person_id, told_state, created_at)
     SELECT ${workspace}, 'stock.sku', (${id('sku', `1 + n % ${skus}`)})::text, 'U0WATCH' || n, ${someone}, 'ok', ${now}
     FROM generate_series(1, ${shortKept}) n`,
    `INSERT INTO level_statement (workspace_id, sku_id, location_id, bucket, as_of, quantity, source, recorded_at)
     SELECT ${workspace}, ${id('sku', 'n')}, ${id('location', '1')}, 'available', ${now} - interval '5 minutes', 20 + (n * 7 + 13) % 1400, 'bench', ${now}
     FROM generate_series(5, ${skus}, 5) n`,
    `INSERT INTO listed_span (workspace_id, sku_id, location_id, since)
     SELECT ${workspace}, ${id('sku', 'n')}, ${id('location', 'l')}, ${now} - interval '300 days'
     FROM generate_series(1, ${skus}) n, generate_series(1, 2) l`,
    `INSERT INTO stockout_span (workspace_id, sku_id, location_id, since, until)
     SELECT ${workspace}, ${id('sku', 'n')}, ${id('location', '1')}, ${now} - interval '200 days', ${now} - interval '190 days'
     FROM generate_series(3, ${skus}, 3) n`,
  ];
}
