-- DropIndex
DROP INDEX "approval_workspace_id_state_requested_at_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_asked_id_idx";

-- DropIndex
DROP INDEX "issue_workspace_id_owner_id_idx";

-- CreateIndex
CREATE INDEX "approval_workspace_id_state_number_idx" ON "approval"("workspace_id", "state", "number");

-- CreateIndex
CREATE INDEX "approval_workspace_id_kind_state_number_idx" ON "approval"("workspace_id", "kind", "state", "number");

-- CreateIndex
CREATE INDEX "due_work_set_aside_idx" ON "due_work"("workspace_id", "due_at") WHERE (set_aside);

-- CreateIndex
CREATE INDEX "issue_count_idx" ON "issue"("workspace_id", "state", "department", "severity", "number");

-- CreateIndex
CREATE INDEX "issue_workspace_id_owner_id_idx" ON "issue"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "issue_asked_idx" ON "issue"("workspace_id", "asked_id") WHERE (asked_id IS NOT NULL);

-- Issues of a state in the order of their list: worst first, then the newest.
CREATE INDEX "issue_list_idx" ON "issue"("workspace_id", "state", (array_position('{critical,high,normal,low}'::text[], "severity") - 1), (- "number"));
