-- CreateTable
CREATE TABLE "sku_day" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "ordered" BIGINT NOT NULL,
    "cancelled" BIGINT NOT NULL,
    "shipped" BIGINT NOT NULL,

    CONSTRAINT "sku_day_pkey" PRIMARY KEY ("workspace_id","sku_id","day")
);


-- What was ordered before the upgrade; from now on each change of a line moves its day.
INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
SELECT l.workspace_id, l.sku_id, (l.placed_at AT TIME ZONE w.time_zone)::date, sum(l.ordered), sum(l.cancelled), sum(l.shipped)
FROM order_line l JOIN workspace w ON w.id = l.workspace_id
WHERE l.sku_id IS NOT NULL
GROUP BY 1, 2, 3
HAVING (sum(l.ordered), sum(l.cancelled), sum(l.shipped)) <> (0, 0, 0);
