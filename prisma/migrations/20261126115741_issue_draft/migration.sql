-- CreateTable
CREATE TABLE "issue_draft" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wish" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issue_draft_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "issue_draft_workspace_id_created_at_idx" ON "issue_draft"("workspace_id", "created_at");
