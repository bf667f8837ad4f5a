-- CreateIndex
CREATE INDEX "shipment_order_idx" ON "shipment"("workspace_id", "order_id") WHERE (order_id IS NOT NULL);
