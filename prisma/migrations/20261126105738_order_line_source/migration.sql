-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "source_line" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "order_line_workspace_id_order_id_source_line_key" ON "order_line"("workspace_id", "order_id", "source_line") WHERE (source_line IS NOT NULL);
