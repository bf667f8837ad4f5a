-- CreateTable
CREATE TABLE "stockout_span" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "stockout_span_pkey" PRIMARY KEY ("workspace_id","sku_id","location_id","since")
);

-- CreateTable
CREATE TABLE "listed_span" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "listed_span_pkey" PRIMARY KEY ("workspace_id","sku_id","location_id","since")
);

ALTER TABLE "stockout_span" ADD CONSTRAINT "stockout_span_check" CHECK ("until" > "since");
ALTER TABLE "listed_span" ADD CONSTRAINT "listed_span_check" CHECK ("until" >= "since");

-- The spans of what is known: a SKU is taken for listed all the time if it is now. A level without a leg was stated as
-- zero when it was written.
INSERT INTO "listed_span" ("workspace_id", "sku_id", "location_id", "since", "until")
SELECT l."workspace_id", l."sku_id", l."location_id", coalesce(g."since", l."updated_at"),
  CASE WHEN s."listed" THEN NULL ELSE coalesce(g."since", l."updated_at") END
FROM "level" l JOIN "sku" s ON s."workspace_id" = l."workspace_id" AND s."id" = l."sku_id"
LEFT JOIN (
  SELECT "workspace_id", "sku_id", "location_id", min("occurred_at") AS "since" FROM "ledger_leg"
  WHERE "bucket" = 'available' GROUP BY 1, 2, 3
) AS g ON g."workspace_id" = l."workspace_id" AND g."sku_id" = l."sku_id" AND g."location_id" = l."location_id"
WHERE l."bucket" = 'available';

WITH "moved" AS (
  SELECT "workspace_id", "sku_id", "location_id", "occurred_at" AS "at", sum("quantity") AS "units" FROM "ledger_leg"
  WHERE "bucket" = 'available' GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT l."workspace_id", l."sku_id", l."location_id", l."updated_at", 0 FROM "level" l
  WHERE l."bucket" = 'available' AND NOT EXISTS (
    SELECT 1 FROM "ledger_leg" g WHERE g."workspace_id" = l."workspace_id" AND g."sku_id" = l."sku_id"
      AND g."location_id" = l."location_id" AND g."bucket" = l."bucket")
), "run" AS (
  SELECT *, sum("units") OVER "place" <= 0 AS "is_out" FROM "moved"
  WINDOW "place" AS (PARTITION BY "workspace_id", "sku_id", "location_id" ORDER BY "at")
), "turn" AS (
  SELECT *, lag("is_out", 1, false) OVER "place" AS "was_out" FROM "run"
  WINDOW "place" AS (PARTITION BY "workspace_id", "sku_id", "location_id" ORDER BY "at")
), "change" AS (
  SELECT *, lead("at") OVER "place" AS "next" FROM "turn" WHERE "is_out" <> "was_out"
  WINDOW "place" AS (PARTITION BY "workspace_id", "sku_id", "location_id" ORDER BY "at")
)
INSERT INTO "stockout_span" ("workspace_id", "sku_id", "location_id", "since", "until")
SELECT "workspace_id", "sku_id", "location_id", "at", "next" FROM "change" WHERE "is_out";
