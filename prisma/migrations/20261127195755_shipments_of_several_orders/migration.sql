-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "orders_worth" JSONB;

-- CreateIndex
CREATE INDEX "shipment_orders_idx" ON "shipment" USING GIN ("workspace_id" uuid_ops, "orders_worth" jsonb_path_ops) WHERE (orders_worth IS NOT NULL);
