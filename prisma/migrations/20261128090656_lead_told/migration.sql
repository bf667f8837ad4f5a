-- DropIndex
DROP INDEX "purchase_line_workspace_id_supplier_key_idx";

-- AlterTable
ALTER TABLE "inbound_fact" ADD COLUMN     "lead_told" INTEGER;

-- CreateIndex
CREATE INDEX "purchase_line_workspace_id_supplier_key_supplier_idx" ON "purchase_line"("workspace_id", "supplier_key", "supplier");
