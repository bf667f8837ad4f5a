-- AlterTable
ALTER TABLE "order" ADD COLUMN     "ship_area" TEXT;

-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "came_late" BOOLEAN,
ADD COLUMN     "currency" TEXT,
ADD COLUMN     "lane" TEXT NOT NULL DEFAULT 'unknown',
ADD COLUMN     "order_id" UUID,
ADD COLUMN     "order_number" TEXT,
ADD COLUMN     "orders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "original_until" TIMESTAMPTZ(3),
ADD COLUMN     "promise_by" TEXT,
ADD COLUMN     "promise_on" DATE,
ADD COLUMN     "ship_by" TIMESTAMPTZ(3),
ADD COLUMN     "value_minor" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "shipment_promised_idx" ON "shipment"("workspace_id", "promise_until") WHERE (ended_at IS NULL) AND (promise_until IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_scan_due_idx" ON "shipment"("workspace_id", "scan_due_at") WHERE (ended_at IS NULL) AND (scan_due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_lane_idx" ON "shipment"("workspace_id", "lane") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "shipment_status_idx" ON "shipment"("workspace_id", "status") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "shipment_returned_idx" ON "shipment"("workspace_id", "returned_at") WHERE (returned_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_original_idx" ON "shipment"("workspace_id", "original_until") WHERE (original_until IS NOT NULL);
