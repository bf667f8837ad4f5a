-- CreateTable
CREATE TABLE "work" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "missing" TEXT,
    "error" TEXT,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "work_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "work_workspace_id_kind_due_at_id_idx" ON "work"("workspace_id", "kind", "due_at", "id") WHERE (state <> 'stuck');

-- CreateIndex
CREATE INDEX "work_workspace_id_missing_idx" ON "work"("workspace_id", "missing") WHERE (missing IS NOT NULL);
