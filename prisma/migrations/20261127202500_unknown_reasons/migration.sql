-- AlterTable
ALTER TABLE "shipment_event" ADD COLUMN     "reason_code" TEXT;

-- CreateIndex
CREATE INDEX "shipment_event_reason_idx" ON "shipment_event"("workspace_id", "source", "reason_code", "series_id") WHERE (reason_code IS NOT NULL);
