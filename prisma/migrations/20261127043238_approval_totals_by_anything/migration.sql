-- DropIndex
DROP INDEX "approval_workspace_id_requester_id_kind_subject_requested_a_idx";

-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "total_by" TEXT;

-- CreateIndex
CREATE INDEX "approval_workspace_id_requester_id_kind_requested_at_idx" ON "approval"("workspace_id", "requester_id", "kind", "requested_at");
