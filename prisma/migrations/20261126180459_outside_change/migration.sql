-- CreateTable
CREATE TABLE "outside_change" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "told" INTEGER NOT NULL,
    "requester_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "issue_id" UUID NOT NULL,
    "issue_number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3),
    "entered_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outside_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "outside_change_open_idx" ON "outside_change"("workspace_id", "sku_id", "location_id") WHERE (state = 'open');

-- CreateIndex
CREATE UNIQUE INDEX "outside_change_workspace_id_issue_number_key" ON "outside_change"("workspace_id", "issue_number");

ALTER TABLE "outside_change" ADD CONSTRAINT "outside_change_state_check" CHECK ("state" IN ('open', 'agreed', 'withdrawn'));
ALTER TABLE "outside_change" ADD CONSTRAINT "outside_change_quantity_check" CHECK ("quantity" <> 0);
