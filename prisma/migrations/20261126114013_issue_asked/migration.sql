-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "asked_by_id" UUID,
ADD COLUMN     "asked_id" UUID,
ADD COLUMN     "copies" TEXT[];

-- CreateIndex
CREATE INDEX "issue_workspace_id_asked_id_idx" ON "issue"("workspace_id", "asked_id") WHERE (resolved_at IS NULL AND asked_id IS NOT NULL);
