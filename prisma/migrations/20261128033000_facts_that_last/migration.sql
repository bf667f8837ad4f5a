CREATE TABLE "order_wait_fact" (
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
    "reached" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "since_day" DATE NOT NULL,
    "until_day" DATE,
    "backlog" INTEGER NOT NULL,
    "past_promise" INTEGER NOT NULL,

    CONSTRAINT "order_wait_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

CREATE INDEX "order_wait_fact_workspace_id_generation_since_day_idx" ON "order_wait_fact"("workspace_id", "generation", "since_day");
CREATE INDEX "order_wait_fact_workspace_id_generation_until_day_idx" ON "order_wait_fact"("workspace_id", "generation", "until_day");

CREATE TABLE "stock_time_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "supplier" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "since_day" DATE NOT NULL,
    "until_day" DATE,
    "listed" INTEGER NOT NULL,
    "out" INTEGER NOT NULL,

    CONSTRAINT "stock_time_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

CREATE INDEX "stock_time_fact_workspace_id_generation_since_day_idx" ON "stock_time_fact"("workspace_id", "generation", "since_day");
CREATE INDEX "stock_time_fact_workspace_id_generation_until_day_idx" ON "stock_time_fact"("workspace_id", "generation", "until_day");
