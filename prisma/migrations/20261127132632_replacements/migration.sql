-- Few orders replace another: the index holds those alone.
CREATE INDEX "order_replacement_idx" ON "order"("workspace_id", "replacement_of") WHERE (replacement_of IS NOT NULL);
