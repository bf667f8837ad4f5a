-- The beginning of a tracking number is a range of the order of characters, whatever the server's collation; its end is the
-- beginning of the number read backwards.
CREATE INDEX "shipment_number_order_idx" ON "shipment_number"("workspace_id", "key" COLLATE "C");
CREATE INDEX "shipment_number_end_idx" ON "shipment_number"("workspace_id", reverse("key") COLLATE "C");
