-- AlterTable
ALTER TABLE "location" ALTER COLUMN "stock_source" SET DEFAULT 'none';

-- CreateTable
CREATE TABLE "feed" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_heard_at" TIMESTAMPTZ(3) NOT NULL,
    "covers_until" TIMESTAMPTZ(3),
    "silent_since" TIMESTAMPTZ(3),
    "watched" BOOLEAN NOT NULL DEFAULT true,
    "min_gap" INTEGER,
    "last_failed_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "feed_hour" (
    "workspace_id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "arrivals" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "gaps" JSONB NOT NULL,
    "longest_gap" INTEGER NOT NULL,
    "lags" JSONB NOT NULL,

    CONSTRAINT "feed_hour_pkey" PRIMARY KEY ("workspace_id","feed_id","hour")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_workspace_id_kind_location_source_key" ON "feed"("workspace_id", "kind", "location", "source");

-- CreateIndex
CREATE UNIQUE INDEX "feed_workspace_id_number_key" ON "feed"("workspace_id", "number");

ALTER TABLE "feed" ADD CONSTRAINT "feed_silence_is_watched" CHECK ("silent_since" IS NULL OR "watched");
ALTER TABLE "feed" ADD CONSTRAINT "feed_min_gap" CHECK ("min_gap" > 0);

-- What locations and orders knew of their freshness so far. Nobody knows the rhythm yet, so none of these is silent.
WITH known AS (
  SELECT "workspace_id", 'levels' AS "kind", CASE "stock_source" WHEN 'import' THEN 'file' ELSE "stock_source" END AS "source",
    "id"::text AS "location", "stock_as_of" AS "heard", "stock_as_of" AS "covers"
  FROM "location" WHERE "stock_as_of" IS NOT NULL
  UNION ALL
  SELECT "workspace_id", 'orders', "channel", '', max("updated_at"), max("placed_at")
  FROM "order" GROUP BY "workspace_id", "channel"
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY "workspace_id" ORDER BY "kind", "source", "location")::int AS "number" FROM known
)
INSERT INTO "feed" ("workspace_id", "id", "number", "kind", "source", "location", "created_at", "last_heard_at", "covers_until", "written_at")
SELECT "workspace_id",
  overlay(overlay(md5("workspace_id"::text || ' feed ' || "number") placing '8' from 13) placing '8' from 17)::uuid,
  "number", "kind", "source", "location", "heard", "heard", "covers", "heard"
FROM numbered;

INSERT INTO "counter" ("workspace_id", "series", "value")
SELECT "workspace_id", 'feed', max("number") FROM "feed" GROUP BY "workspace_id";
