-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "doubted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "shipment_doubted_idx" ON "shipment"("workspace_id", "doubted_at") WHERE (doubted_at IS NOT NULL);
