-- Lines of test, draft and replacement orders are no demand. What they added to their days is taken away: additions by
-- whoever writes meanwhile stay.
UPDATE sku_day d SET ordered = d.ordered - l.ordered, cancelled = d.cancelled - l.cancelled, shipped = d.shipped - l.shipped
FROM (
  SELECT l.workspace_id, l.sku_id, (l.placed_at AT TIME ZONE w.time_zone)::date AS day, sum(l.ordered) AS ordered,
    sum(l.cancelled) AS cancelled, sum(l.shipped) AS shipped
  FROM order_line l JOIN workspace w ON w.id = l.workspace_id
  WHERE NOT l.counted AND l.sku_id IS NOT NULL
  GROUP BY 1, 2, 3
) AS l
WHERE d.workspace_id = l.workspace_id AND d.sku_id = l.sku_id AND d.day = l.day;

DELETE FROM sku_day WHERE (ordered, cancelled, shipped) = (0, 0, 0);

-- The sample shop wrote the ledger of its orders itself: they are booked. Its open orders that were not allocated are not.
INSERT INTO order_booking (workspace_id, order_id, line_key, what, part, sku_id, location_id, quantity, at)
SELECT l.workspace_id, l.order_id, l.line_key, b.what, b.part, l.sku_id, o.location_id, b.quantity, b.at
FROM "order" o
JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id
CROSS JOIN LATERAL (VALUES
  ('allocate', o.location_id::text, l.ordered, o.placed_at),
  ('release', o.location_id::text, l.cancelled, o.cancelled_at),
  ('ship', '', l.shipped, o.handed_over_at)) AS b (what, part, quantity, at)
WHERE o.source = 'seed' AND o.location_id IS NOT NULL AND l.sku_id IS NOT NULL AND b.quantity > 0 AND b.at IS NOT NULL
  AND (o.allocated_at IS NOT NULL OR o.handed_over_at IS NOT NULL OR o.cancelled_at IS NOT NULL)
ON CONFLICT DO NOTHING;
