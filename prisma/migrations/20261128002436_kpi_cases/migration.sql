-- CreateTable
CREATE TABLE "approval_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "requested_day" DATE NOT NULL,
    "decided_day" DATE,
    "requested" INTEGER NOT NULL,
    "expired" INTEGER NOT NULL,
    "decide_ms" BIGINT,
    "decide_fault" INTEGER NOT NULL,

    CONSTRAINT "approval_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

-- CreateTable
CREATE TABLE "issue_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "raised_day" DATE NOT NULL,
    "acknowledged_day" DATE,
    "resolved_day" DATE,
    "raised" INTEGER NOT NULL,
    "acknowledge_ms" BIGINT,
    "resolve_ms" BIGINT,
    "acknowledge_fault" INTEGER NOT NULL,
    "resolve_fault" INTEGER NOT NULL,

    CONSTRAINT "issue_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

-- CreateTable
CREATE TABLE "shipment_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promise_day" DATE,
    "handed_day" DATE,
    "judged" INTEGER NOT NULL,
    "late_carrier" INTEGER NOT NULL,
    "late_unattributed" INTEGER NOT NULL,
    "left_late" INTEGER NOT NULL,
    "ship_by_unknown" INTEGER NOT NULL,
    "undelivered" INTEGER NOT NULL,
    "shipped" INTEGER NOT NULL,
    "scanned" INTEGER NOT NULL,
    "exceptions" INTEGER NOT NULL,

    CONSTRAINT "shipment_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

-- CreateIndex
CREATE INDEX "approval_fact_workspace_id_generation_requested_day_idx" ON "approval_fact"("workspace_id", "generation", "requested_day");

-- CreateIndex
CREATE INDEX "approval_fact_decided_idx" ON "approval_fact"("workspace_id", "generation", "decided_day") WHERE (decided_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "issue_fact_workspace_id_generation_raised_day_idx" ON "issue_fact"("workspace_id", "generation", "raised_day");

-- CreateIndex
CREATE INDEX "issue_fact_acknowledged_idx" ON "issue_fact"("workspace_id", "generation", "acknowledged_day") WHERE (acknowledged_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "issue_fact_resolved_idx" ON "issue_fact"("workspace_id", "generation", "resolved_day") WHERE (resolved_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_fact_promise_idx" ON "shipment_fact"("workspace_id", "generation", "promise_day") WHERE (promise_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_fact_handed_idx" ON "shipment_fact"("workspace_id", "generation", "handed_day") WHERE (handed_day IS NOT NULL);
