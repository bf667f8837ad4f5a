-- AlterTable
ALTER TABLE "sku" ADD COLUMN "told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "webhook_source" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "secret_id" UUID NOT NULL,
    "previous_secret_id" UUID,
    "previous_until" TIMESTAMPTZ(3),
    "channel" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "webhook_source_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "workspace_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "delivery_key" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "body" BYTEA,
    "sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("workspace_id","source_id","delivery_key")
);

-- CreateTable
CREATE TABLE "webhook_refusal" (
    "workspace_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "webhook_refusal_pkey" PRIMARY KEY ("workspace_id","source","hour","reason")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_source_workspace_id_path_key" ON "webhook_source"("workspace_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_source_workspace_id_number_key" ON "webhook_source"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_id_received_at_id_idx" ON "webhook_delivery"("workspace_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_id_source_id_received_at_id_idx" ON "webhook_delivery"("workspace_id", "source_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_body_idx" ON "webhook_delivery"("workspace_id", "received_at") WHERE ((body IS NOT NULL) AND (state = ANY (ARRAY['done'::text, 'ignored'::text])));

-- CreateIndex
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery"("workspace_id", "state", "received_at", "id") WHERE (state = ANY (ARRAY['stored'::text, 'parked'::text, 'failed'::text]));

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_workspace_id_id_key" ON "webhook_delivery"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "webhook_refusal_workspace_id_hour_idx" ON "webhook_refusal"("workspace_id", "hour");

-- Who guesses a path guesses 128 bits.
ALTER TABLE "webhook_source" ADD CONSTRAINT "webhook_source_path" CHECK ("path" ~ '^([A-Za-z0-9_-]{22}|[0-9a-f]{32})$');
ALTER TABLE "webhook_source" ADD CONSTRAINT "webhook_source_previous" CHECK (("previous_secret_id" IS NULL) = ("previous_until" IS NULL));
ALTER TABLE "webhook_refusal" ADD CONSTRAINT "webhook_refusal_count" CHECK ("count" > 0);
