-- CreateTable
CREATE TABLE "file_export" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "rows" INTEGER,
    "bytes" INTEGER,
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_export_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "file_export_workspace_id_slack_user_id_idx" ON "file_export"("workspace_id", "slack_user_id") WHERE (state = 'waiting');

ALTER TABLE "file_export" ADD CONSTRAINT "file_export_state" CHECK ("state" IN ('waiting', 'sent', 'failed'));
