-- CreateTable
CREATE TABLE "purchase_line" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "line_key" TEXT NOT NULL,
    "po" TEXT NOT NULL,
    "po_key" TEXT NOT NULL,
    "notice" TEXT,
    "supplier" TEXT,
    "supplier_key" TEXT,
    "mode" TEXT,
    "country" TEXT,
    "code" TEXT,
    "code_key" TEXT,
    "title" TEXT,
    "sku_id" UUID,
    "location_id" UUID,
    "ordered" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "sent_on" DATE,
    "sent_said" TEXT,
    "promised_on" DATE,
    "told_on" DATE,
    "expected_on" DATE,
    "delivered_on" DATE,
    "recorded_on" DATE,
    "cancelled" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "value_minor" BIGINT,
    "currency" TEXT,
    "faults" TEXT[] NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchase_line_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "purchase_promise" (
    "workspace_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "on" DATE,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "source" TEXT,
    "person_id" UUID,
    "reason" TEXT,

    CONSTRAINT "purchase_promise_pkey" PRIMARY KEY ("workspace_id","line_id","ordinal")
);

-- CreateTable
CREATE TABLE "expected_receipt" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID,
    "ref" TEXT NOT NULL,
    "sender" TEXT,
    "quantity" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "expected_on" DATE,
    "promised_on" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expected_receipt_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "purchase_line_workspace_id_po_key_idx" ON "purchase_line"("workspace_id", "po_key");

-- CreateIndex
CREATE INDEX "purchase_line_workspace_id_sku_id_idx" ON "purchase_line"("workspace_id", "sku_id");

-- CreateIndex
CREATE INDEX "purchase_line_workspace_id_supplier_key_idx" ON "purchase_line"("workspace_id", "supplier_key");

-- CreateIndex
CREATE INDEX "purchase_line_workspace_id_promised_on_idx" ON "purchase_line"("workspace_id", "promised_on");

-- CreateIndex
CREATE INDEX "purchase_line_open_idx" ON "purchase_line"("workspace_id", "expected_on", "id") WHERE (open);

-- CreateIndex
CREATE INDEX "purchase_line_unlinked_idx" ON "purchase_line"("workspace_id", "code_key") WHERE (sku_id IS NULL) AND (code_key IS NOT NULL);

-- CreateIndex
CREATE INDEX "purchase_line_faults_idx" ON "purchase_line"("workspace_id", "expected_on", "id") WHERE (faults <> '{}'::text[]);

-- CreateIndex
CREATE UNIQUE INDEX "purchase_line_workspace_id_source_line_key_key" ON "purchase_line"("workspace_id", "source", "line_key");

-- CreateIndex
CREATE INDEX "expected_receipt_workspace_id_sku_id_expected_on_idx" ON "expected_receipt"("workspace_id", "sku_id", "expected_on");

-- AddForeignKey
ALTER TABLE "expected_receipt" ADD CONSTRAINT "expected_receipt_workspace_id_sku_id_fkey" FOREIGN KEY ("workspace_id", "sku_id") REFERENCES "sku"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "purchase_line"
  ADD CONSTRAINT "purchase_line_quantities_check" CHECK (ordered >= 0 AND received >= 0),
  ADD CONSTRAINT "purchase_line_value_check" CHECK (value_minor IS NULL OR currency IS NOT NULL),
  ADD CONSTRAINT "purchase_line_open_check" CHECK (open = (delivered_on IS NULL AND NOT cancelled AND received < ordered));

ALTER TABLE "expected_receipt"
  ADD CONSTRAINT "expected_receipt_quantities_check" CHECK (received >= 0 AND quantity > received);
