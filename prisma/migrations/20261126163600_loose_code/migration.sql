-- Codes without zeros and hyphens, for "mug-1" that means MUG-01: read before every list of codes that begin alike.
CREATE INDEX "sku_loose_code_idx" ON "sku"("workspace_id", translate("code_key", '-_ ./0', ''));
