-- AlterTable
ALTER TABLE "schedule" ADD COLUMN     "paused_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "digest" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "sections" TEXT[],
    "kpis" TEXT[],
    "skip_if_empty" BOOLEAN NOT NULL,
    "tolerance" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "digest_edition" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "digest_id" UUID NOT NULL,
    "slot_at" TIMESTAMPTZ(3),
    "asked_by" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "composed_at" TIMESTAMPTZ(3),
    "content" JSONB,
    "posts" INTEGER NOT NULL,
    "error" TEXT,

    CONSTRAINT "digest_edition_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "digest_figure" (
    "workspace_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kpi" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "told" JSONB NOT NULL,
    "corrected" JSONB,

    CONSTRAINT "digest_figure_pkey" PRIMARY KEY ("workspace_id","edition_id","ordinal")
);

-- CreateTable
CREATE TABLE "digest_restatement" (
    "workspace_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "digest_restatement_pkey" PRIMARY KEY ("workspace_id","edition_id","ordinal","at")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_workspace_id_number_key" ON "digest"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "digest_edition_workspace_id_digest_id_asked_at_idx" ON "digest_edition"("workspace_id", "digest_id", "asked_at");

-- CreateIndex
CREATE INDEX "digest_edition_workspace_id_composed_at_idx" ON "digest_edition"("workspace_id", "composed_at") WHERE (state = 'posted');

-- CreateIndex
CREATE UNIQUE INDEX "digest_edition_workspace_id_digest_id_slot_at_key" ON "digest_edition"("workspace_id", "digest_id", "slot_at");

ALTER TABLE "digest_edition" ADD CONSTRAINT "digest_edition_states"
  CHECK ("state" IN ('waiting', 'composed', 'posted', 'empty', 'failed', 'dropped'));
ALTER TABLE "digest_edition" ADD CONSTRAINT "digest_edition_content"
  CHECK ("state" NOT IN ('composed', 'posted') OR ("content" IS NOT NULL AND "composed_at" IS NOT NULL));
ALTER TABLE "digest_edition" ADD CONSTRAINT "digest_edition_origin"
  CHECK (("slot_at" IS NULL) <> ("asked_by" IS NULL));
ALTER TABLE "digest" ADD CONSTRAINT "digest_tolerance" CHECK ("tolerance" >= 0);
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_pause" CHECK ("paused" OR "paused_until" IS NULL);

-- A heartbeat is a digest of the bot's health, of open issues, waiting approvals and feeds.
INSERT INTO "digest" ("workspace_id", "id", "number", "name", "period", "sections", "kpis", "skip_if_empty", "tolerance", "created_at")
SELECT "workspace_id", "id", row_number() OVER (PARTITION BY "workspace_id" ORDER BY "created_at", "id"), 'Heartbeat', 'today',
  ARRAY['ops.health', 'issues.open', 'approvals.waiting', 'feeds.late'], ARRAY[]::TEXT[], false, 1, "created_at"
FROM "schedule" WHERE "kind" = 'jobs.heartbeat' AND "ended_at" IS NULL;
INSERT INTO "counter" ("workspace_id", "series", "value")
SELECT "workspace_id", 'digest', max("number") FROM "digest" GROUP BY "workspace_id";
UPDATE "schedule" SET "kind" = 'digests.digest' WHERE "kind" = 'jobs.heartbeat' AND "ended_at" IS NULL;
