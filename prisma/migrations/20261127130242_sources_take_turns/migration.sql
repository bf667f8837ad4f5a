-- The first word of the subject: whoever queues work, a replica of the release before too, need not know of it.
ALTER TABLE "work" ADD COLUMN "lane" TEXT GENERATED ALWAYS AS (split_part("subject", ' ', 1)) STORED;

-- CreateIndex
CREATE INDEX "work_workspace_id_kind_lane_due_at_id_idx" ON "work"("workspace_id", "kind", "lane", "due_at", "id") WHERE (state <> 'stuck');
