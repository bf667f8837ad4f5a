-- CreateIndex
CREATE INDEX "approval_workspace_id_subject_state_idx" ON "approval"("workspace_id", "subject", "state");
