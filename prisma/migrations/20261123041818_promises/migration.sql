-- AlterTable
ALTER TABLE "inbound_event" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "error" TEXT;

-- CreateTable
CREATE TABLE "schedule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "owner" TEXT,
    "catch_up" TEXT NOT NULL,
    "skip_after_min" INTEGER,
    "paused" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "settled_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "slot" (
    "workspace_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("workspace_id","schedule_id","slot_at")
);

-- CreateTable
CREATE TABLE "due_work" (
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "error" TEXT,
    "set_aside" BOOLEAN NOT NULL,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "due_work_pkey" PRIMARY KEY ("workspace_id","kind","subject")
);

-- CreateTable
CREATE TABLE "message" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "facts" JSONB,
    "wanted_version" INTEGER NOT NULL,
    "sent_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "lease" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "posted_since" TIMESTAMPTZ(3),
    "channel" TEXT,
    "ts" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "thread_of" UUID,
    "thread_ts" TEXT,
    "broadcast" BOOLEAN NOT NULL,
    "bundled_in" UUID,
    "owner" TEXT,
    "attempts" INTEGER NOT NULL,
    "error" TEXT,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pace" (
    "workspace_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("workspace_id","place")
);

-- CreateTable
CREATE TABLE "watch" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "told_status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "watch_pkey" PRIMARY KEY ("workspace_id","sku_id","place")
);

-- CreateIndex
CREATE INDEX "schedule_workspace_id_settled_until_idx" ON "schedule"("workspace_id", "settled_until") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "schedule_workspace_id_kind_place_idx" ON "schedule"("workspace_id", "kind", "place") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "slot_workspace_id_started_at_idx" ON "slot"("workspace_id", "started_at");

-- CreateIndex
CREATE INDEX "due_work_workspace_id_due_at_idx" ON "due_work"("workspace_id", "due_at") WHERE (NOT set_aside);

-- CreateIndex
CREATE INDEX "message_workspace_id_place_priority_due_at_idx" ON "message"("workspace_id", "place", "priority", "due_at") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "message_workspace_id_place_sent_at_idx" ON "message"("workspace_id", "place", "sent_at");

-- CreateIndex
CREATE INDEX "message_workspace_id_bundled_in_idx" ON "message"("workspace_id", "bundled_in") WHERE (bundled_in IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_workspace_id_thread_of_idx" ON "message"("workspace_id", "thread_of") WHERE (thread_of IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_workspace_id_state_waiting_since_idx" ON "message"("workspace_id", "state", "waiting_since");

-- CreateIndex
CREATE UNIQUE INDEX "message_workspace_id_kind_subject_place_key" ON "message"("workspace_id", "kind", "subject", "place");

-- CreateIndex
CREATE INDEX "watch_workspace_id_place_idx" ON "watch"("workspace_id", "place") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "inbound_event_workspace_id_leased_until_idx" ON "inbound_event"("workspace_id", "leased_until") WHERE (handled_at IS NULL);

-- What was drawn can never be newer than what was wanted.
ALTER TABLE "message" ADD CONSTRAINT "message_versions" CHECK ("sent_version" BETWEEN 0 AND "wanted_version");
ALTER TABLE "message" ADD CONSTRAINT "message_states" CHECK ("state" IN ('waiting', 'said', 'bundled', 'blocked', 'broken', 'held', 'expired', 'dropped'));
ALTER TABLE "slot" ADD CONSTRAINT "slot_states" CHECK ("state" IN ('started', 'done', 'empty', 'paused', 'superseded', 'skipped', 'failed'));
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_catch_up" CHECK ("catch_up" IN ('late', 'newest', 'skip'));
