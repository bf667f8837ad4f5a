-- CreateIndex
CREATE INDEX "shipment_open_fold_idx" ON "shipment"("workspace_id", "fold_version", "series_id") WHERE (ended_at IS NULL);
