-- CreateTable
CREATE TABLE "fact_generation" (
    "workspace_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "building" INTEGER,
    "building_version" TEXT,
    "walked_to" TEXT,
    "walked" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "built_at" TIMESTAMPTZ(3),
    "sweeping" BOOLEAN NOT NULL,

    CONSTRAINT "fact_generation_pkey" PRIMARY KEY ("workspace_id","family")
);

-- CreateTable
CREATE TABLE "kpi_day" (
    "workspace_id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "excluded" TEXT NOT NULL,
    "n" DECIMAL(30,0) NOT NULL,
    "d" DECIMAL(30,0) NOT NULL,

    CONSTRAINT "kpi_day_pkey" PRIMARY KEY ("workspace_id","kpi","generation","dimension","day","value","currency","excluded")
);

-- CreateTable
CREATE TABLE "order_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "cancelled_by" TEXT NOT NULL,
    "placed_day" DATE NOT NULL,
    "ship_day" DATE,
    "promise_day" DATE,
    "revised_day" DATE,
    "handed_day" DATE,
    "delivered_day" DATE,
    "orders" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "goods_orders" INTEGER NOT NULL,
    "goods_units" INTEGER NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "credits" INTEGER NOT NULL,
    "credit_units" INTEGER NOT NULL,
    "goods_credit_units" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "promised" INTEGER NOT NULL,
    "promised_done" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "revised" INTEGER NOT NULL,
    "revised_done" INTEGER NOT NULL,
    "revised_kept" INTEGER NOT NULL,
    "undelivered" INTEGER NOT NULL,
    "cancelled_before" INTEGER NOT NULL,
    "digital" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "shipped_on_time" INTEGER NOT NULL,
    "fill_due" INTEGER NOT NULL,
    "filled" INTEGER NOT NULL,
    "lines_due" INTEGER NOT NULL,
    "lines_filled" INTEGER NOT NULL,
    "units_due" INTEGER NOT NULL,
    "units_filled" INTEGER NOT NULL,
    "fill_unknown" INTEGER NOT NULL,
    "units_shipped" INTEGER NOT NULL,
    "units_returned" INTEGER NOT NULL,
    "click_to_ship_ms" BIGINT,
    "ship_to_deliver_ms" BIGINT,
    "cycle_ms" BIGINT,
    "ship_fault" INTEGER NOT NULL,
    "deliver_fault" INTEGER NOT NULL,
    "cycle_fault" INTEGER NOT NULL,

    CONSTRAINT "order_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

-- CreateTable
CREATE TABLE "inbound_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "supplier" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promise_day" DATE,
    "delivered_day" DATE,
    "lines" INTEGER NOT NULL,
    "lines_kept" INTEGER NOT NULL,
    "lines_in_window" INTEGER NOT NULL,
    "lines_open" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "orders_kept" INTEGER NOT NULL,
    "orders_open" INTEGER NOT NULL,
    "notices" INTEGER NOT NULL,
    "notices_kept" INTEGER NOT NULL,
    "notices_open" INTEGER NOT NULL,
    "lead_days" INTEGER,
    "lead_fault" INTEGER NOT NULL,

    CONSTRAINT "inbound_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

-- CreateIndex
CREATE INDEX "order_fact_workspace_id_generation_placed_day_idx" ON "order_fact"("workspace_id", "generation", "placed_day");

-- CreateIndex
CREATE INDEX "order_fact_ship_idx" ON "order_fact"("workspace_id", "generation", "ship_day") WHERE (ship_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "order_fact_promise_idx" ON "order_fact"("workspace_id", "generation", "promise_day") WHERE (promise_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "order_fact_handed_idx" ON "order_fact"("workspace_id", "generation", "handed_day") WHERE (handed_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "order_fact_delivered_idx" ON "order_fact"("workspace_id", "generation", "delivered_day") WHERE (delivered_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "inbound_fact_promise_idx" ON "inbound_fact"("workspace_id", "generation", "promise_day") WHERE (promise_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "inbound_fact_delivered_idx" ON "inbound_fact"("workspace_id", "generation", "delivered_day") WHERE (delivered_day IS NOT NULL);
