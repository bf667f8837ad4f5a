-- What was raised or resolved since a moment, and what is out of stock now or sold lately: digests ask each morning.
-- CreateIndex
CREATE INDEX "issue_created_idx" ON "issue"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "issue_resolved_idx" ON "issue"("workspace_id", "resolved_at") WHERE (resolved_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "stockout_open_idx" ON "stockout_span"("workspace_id", "sku_id") WHERE (until IS NULL);

-- CreateIndex
CREATE INDEX "sku_day_workspace_id_day_idx" ON "sku_day"("workspace_id", "day");
