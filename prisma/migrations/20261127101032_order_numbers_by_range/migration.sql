-- Trigrams also answer "=": where PostgreSQL takes that index to be small, as it does until the first vacuum, it looked every order up by
-- it, in a time that grows with their number. A beginning is a range of the order of characters.
DROP INDEX "order_number_prefix_idx";
CREATE INDEX "order_number_order_idx" ON "order"("workspace_id", "number_key" COLLATE "C");
