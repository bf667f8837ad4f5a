-- AlterTable
ALTER TABLE "shipment_word" ADD COLUMN     "order_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "shipment_word_orders_idx" ON "shipment_word" USING GIN ("workspace_id" uuid_ops, "order_keys" array_ops) WHERE (cardinality(order_keys) > 0);
CREATE INDEX "shipment_word_naming_idx" ON "shipment_word"("workspace_id", "said_at") WHERE (cardinality(order_keys) > 0);
