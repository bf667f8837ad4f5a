-- CreateTable
CREATE TABLE "selection" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "selected_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "selection_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "selection_item" (
    "workspace_id" UUID NOT NULL,
    "selection_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "seen" TEXT NOT NULL,

    CONSTRAINT "selection_item_pkey" PRIMARY KEY ("workspace_id","selection_id","ordinal")
);

-- CreateTable
CREATE TABLE "bulk_run" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "selection_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "approval" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "bulk_result" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "said" TEXT,

    CONSTRAINT "bulk_result_pkey" PRIMARY KEY ("workspace_id","run_id","ordinal")
);

-- CreateIndex
CREATE INDEX "selection_workspace_id_selected_at_idx" ON "selection"("workspace_id", "selected_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_run_workspace_id_selection_id_key" ON "bulk_run"("workspace_id", "selection_id");

-- AddForeignKey
ALTER TABLE "selection_item" ADD CONSTRAINT "selection_item_workspace_id_selection_id_fkey" FOREIGN KEY ("workspace_id", "selection_id") REFERENCES "selection"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_workspace_id_selection_id_fkey" FOREIGN KEY ("workspace_id", "selection_id") REFERENCES "selection"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_result" ADD CONSTRAINT "bulk_result_workspace_id_run_id_fkey" FOREIGN KEY ("workspace_id", "run_id") REFERENCES "bulk_run"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_state" CHECK ("state" IN ('running', 'ended', 'stopped'));
ALTER TABLE "bulk_result" ADD CONSTRAINT "bulk_result_outcome" CHECK ("outcome" IN ('done', 'changed', 'refused', 'failed'));
