-- DropIndex
DROP INDEX "webhook_delivery_body_idx";

-- DropIndex
DROP INDEX "webhook_delivery_waiting_idx";

-- CreateIndex
CREATE INDEX "webhook_delivery_body_idx" ON "webhook_delivery"("workspace_id", "received_at") WHERE (body IS NOT NULL);

-- CreateIndex
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery"("workspace_id", "state", "received_at", "id") WHERE ((body IS NOT NULL) AND (state = ANY (ARRAY['stored'::text, 'parked'::text, 'failed'::text])));
