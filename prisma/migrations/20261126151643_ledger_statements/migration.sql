-- DropIndex
DROP INDEX "ledger_leg_workspace_id_sku_id_location_id_occurred_at_idx";

-- CreateTable
CREATE TABLE "level_run" (
    "workspace_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "buckets" TEXT[],
    "sku_ids" UUID[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "level_run_pkey" PRIMARY KEY ("workspace_id","location_id","as_of","source","part")
);

-- CreateTable
CREATE TABLE "level_statement" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "quantity" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "level_statement_pkey" PRIMARY KEY ("workspace_id","sku_id","location_id","bucket","as_of")
);

-- CreateIndex
CREATE INDEX "ledger_leg_workspace_id_sku_id_location_id_bucket_occurred__idx" ON "ledger_leg"("workspace_id", "sku_id", "location_id", "bucket", "occurred_at");

ALTER TABLE "level_run" ALTER COLUMN "buckets" SET NOT NULL;
ALTER TABLE "level_run" ALTER COLUMN "sku_ids" SET NOT NULL;

-- So far an older file was refused where a location's numbers were newer. It is absorbed from now on: the numbers known
-- are statements as of their location's moment, a thousand SKUs a row.
INSERT INTO "level_run" ("workspace_id", "location_id", "as_of", "source", "part", "buckets", "sku_ids", "recorded_at")
SELECT "workspace_id", "location_id", "as_of", "source", md5(string_agg("sku_id"::text, ' ' ORDER BY "sku_id")),
  ARRAY['available', 'committed', 'reserved', 'damaged', 'safety_stock', 'quality_control', 'incoming'],
  array_agg("sku_id" ORDER BY "sku_id"), "as_of"
FROM (
  SELECT "workspace_id", "location_id", "as_of", "source", "sku_id",
    (row_number() OVER (PARTITION BY "workspace_id", "location_id" ORDER BY "sku_id") - 1) / 1000 AS "thousand"
  FROM (
    SELECT DISTINCT o."workspace_id", o."id" AS "location_id", o."stock_as_of" AS "as_of", o."stock_source" AS "source", l."sku_id"
    FROM "location" o JOIN "level" l ON l."workspace_id" = o."workspace_id" AND l."location_id" = o."id"
    WHERE o."stock_as_of" IS NOT NULL
  ) AS known
) AS numbered
GROUP BY "workspace_id", "location_id", "as_of", "source", "thousand";
