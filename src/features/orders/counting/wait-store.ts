import type { Making } from '../../../core/declare/kpi.ts';
import type { Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { writes } from '../../../db/scope.ts';

/**
 * Makes the times anew during which orders waited, by how far they were then: from placed until the last line is with the
 * carrier or it is cancelled, less the times in which anybody held it; and from the end of the first promise until it is
 * delivered, came back or was cancelled before it left. Both follow from milestones, so that late ones change what was.
 */
export async function makeWaitFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'order_wait_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO order_wait_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, channel, location, country,
      service, reached, since, until, since_day, until_day, backlog, past_promise)
    SELECT o.workspace_id, ${generation}::int, o.id::text,
      piece.what || ' ' || row_number() OVER (PARTITION BY o.id, piece.what ORDER BY lower(piece.time)),
      o.number, o.id::text, NULL, o.currency, o.channel, coalesce(location.code, ''),
      coalesce(o.ship_country, o.ship_to_country, ''), coalesce(o.service, ''), piece.stage,
      lower(piece.time), upper(piece.time),
      (lower(piece.time) AT TIME ZONE ${timeZone}::text)::date, (upper(piece.time) AT TIME ZONE ${timeZone}::text)::date,
      (piece.what = 'backlog')::int, (piece.what = 'late')::int
    FROM "order" o
    LEFT JOIN location ON location.workspace_id = o.workspace_id AND location.id = o.location_id
    LEFT JOIN order_promise first ON first.workspace_id = o.workspace_id AND first.order_id = o.id AND first.ordinal = 1
    CROSS JOIN LATERAL (
      -- Null: it goes on. What ended before it began was never there: an empty range.
      SELECT least(o.handed_over_at, o.delivered_at, o.cancelled_at) AS sent,
        least(o.delivered_at, o.returned_at, CASE WHEN o.handed_over_at IS NULL OR o.handed_over_at > o.cancelled_at
          THEN o.cancelled_at END) AS ended
    ) own
    CROSS JOIN LATERAL (
      SELECT CASE WHEN sent IS NULL OR sent > o.placed_at THEN tstzmultirange(tstzrange(o.placed_at, sent))
          - coalesce((SELECT range_agg(tstzrange(h."from", h.until)) FROM order_hold h
            WHERE h.workspace_id = o.workspace_id AND h.order_id = o.id AND (h.until IS NULL OR h.until >= h."from")),
            '{}'::tstzmultirange)
        ELSE '{}'::tstzmultirange END AS backlog,
        CASE WHEN first.until IS NOT NULL AND (ended IS NULL OR ended > first.until)
        THEN tstzmultirange(tstzrange(first.until, ended)) ELSE '{}'::tstzmultirange END AS late
    ) wait
    CROSS JOIN LATERAL (
      -- The furthest stage that it had reached; in the first one it is until the next is known.
      SELECT s.stage, tstzrange(CASE WHEN s.ordinal = 1 THEN '-infinity' ELSE s.at END, lead(s.at) OVER (ORDER BY s.ordinal)) AS time
      FROM (
        SELECT stage, row_number() OVER (ORDER BY at, rank) AS ordinal, at FROM (
          SELECT stage, at, rank, max(rank) OVER (ORDER BY at, rank ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS past
          FROM (VALUES ('placed', o.placed_at, 1), ('paid', o.paid_at, 2), ('allocated', o.allocated_at, 3),
            ('picked', o.picked_at, 4), ('packed', o.packed_at, 5), ('labelled', o.labelled_at, 6),
            ('handed over', o.handed_over_at, 7)) AS all_stages (stage, at, rank)
          WHERE at IS NOT NULL
        ) reached WHERE past IS NULL OR rank > past
      ) s
    ) at_stage
    CROSS JOIN LATERAL (
      SELECT 'backlog' AS what, at_stage.stage, unnest(tstzmultirange(at_stage.time) * wait.backlog) AS time
      UNION ALL SELECT 'late', at_stage.stage, unnest(tstzmultirange(at_stage.time) * wait.late)
    ) piece
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ANY(${[...subjects]}::uuid[]) AND o.kind = 'sale' AND NOT o.test
      AND NOT o.draft AND NOT o.digital AND o.merged_into IS NULL`;
}
