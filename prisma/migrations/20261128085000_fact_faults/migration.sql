-- AlterTable
ALTER TABLE "fact_generation" ADD COLUMN "summing" TEXT,
  ADD COLUMN "summed_to" DATE,
  ADD COLUMN "swept_to" TEXT;

-- CreateTable
CREATE TABLE "fact_fault" (
    "workspace_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "retry_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_fault_pkey" PRIMARY KEY ("workspace_id","family","subject")
);

-- No index begins with the generation: one that is being built is unknown to statistics, so that the planner believes it empty
-- and would look for a few rows of it in all of it.
ALTER TABLE "approval_fact" DROP CONSTRAINT "approval_fact_pkey",
  ADD CONSTRAINT "approval_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "issue_fact" DROP CONSTRAINT "issue_fact_pkey",
  ADD CONSTRAINT "issue_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "order_fact" DROP CONSTRAINT "order_fact_pkey",
  ADD CONSTRAINT "order_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "order_wait_fact" DROP CONSTRAINT "order_wait_fact_pkey",
  ADD CONSTRAINT "order_wait_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "line_fact" DROP CONSTRAINT "line_fact_pkey",
  ADD CONSTRAINT "line_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "inbound_fact" DROP CONSTRAINT "inbound_fact_pkey",
  ADD CONSTRAINT "inbound_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "shipment_fact" DROP CONSTRAINT "shipment_fact_pkey",
  ADD CONSTRAINT "shipment_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");
ALTER TABLE "stock_time_fact" DROP CONSTRAINT "stock_time_fact_pkey",
  ADD CONSTRAINT "stock_time_fact_pkey" PRIMARY KEY ("workspace_id", "subject", "generation", "part");

DROP INDEX "approval_fact_workspace_id_generation_requested_day_idx";
DROP INDEX "approval_fact_decided_idx";
DROP INDEX "issue_fact_workspace_id_generation_raised_day_idx";
DROP INDEX "issue_fact_acknowledged_idx";
DROP INDEX "issue_fact_resolved_idx";
DROP INDEX "issue_fact_promise_idx";
DROP INDEX "order_fact_workspace_id_generation_placed_day_idx";
DROP INDEX "order_fact_ship_idx";
DROP INDEX "order_fact_promise_idx";
DROP INDEX "order_fact_handed_idx";
DROP INDEX "order_fact_delivered_idx";
DROP INDEX "order_wait_fact_workspace_id_generation_since_day_idx";
DROP INDEX "order_wait_fact_workspace_id_generation_until_day_idx";
DROP INDEX "line_fact_workspace_id_generation_placed_day_idx";
DROP INDEX "line_fact_ship_idx";
DROP INDEX "line_fact_handed_idx";
DROP INDEX "inbound_fact_promise_idx";
DROP INDEX "inbound_fact_delivered_idx";
DROP INDEX "shipment_fact_promise_idx";
DROP INDEX "shipment_fact_handed_idx";
DROP INDEX "stock_time_fact_workspace_id_generation_since_day_idx";
DROP INDEX "stock_time_fact_workspace_id_generation_until_day_idx";

CREATE INDEX "approval_fact_workspace_id_requested_day_generation_idx" ON "approval_fact"("workspace_id", "requested_day", "generation");
CREATE INDEX "approval_fact_decided_idx" ON "approval_fact"("workspace_id", "decided_day", "generation") WHERE (decided_day IS NOT NULL);
CREATE INDEX "issue_fact_workspace_id_raised_day_generation_idx" ON "issue_fact"("workspace_id", "raised_day", "generation");
CREATE INDEX "issue_fact_acknowledged_idx" ON "issue_fact"("workspace_id", "acknowledged_day", "generation") WHERE (acknowledged_day IS NOT NULL);
CREATE INDEX "issue_fact_resolved_idx" ON "issue_fact"("workspace_id", "resolved_day", "generation") WHERE (resolved_day IS NOT NULL);
CREATE INDEX "issue_fact_promise_idx" ON "issue_fact"("workspace_id", "promise_day", "generation") WHERE (promise_day IS NOT NULL);
CREATE INDEX "order_fact_workspace_id_placed_day_generation_idx" ON "order_fact"("workspace_id", "placed_day", "generation");
CREATE INDEX "order_fact_ship_idx" ON "order_fact"("workspace_id", "ship_day", "generation") WHERE (ship_day IS NOT NULL);
CREATE INDEX "order_fact_promise_idx" ON "order_fact"("workspace_id", "promise_day", "generation") WHERE (promise_day IS NOT NULL);
CREATE INDEX "order_fact_handed_idx" ON "order_fact"("workspace_id", "handed_day", "generation") WHERE (handed_day IS NOT NULL);
CREATE INDEX "order_fact_delivered_idx" ON "order_fact"("workspace_id", "delivered_day", "generation") WHERE (delivered_day IS NOT NULL);
CREATE INDEX "order_wait_fact_workspace_id_since_day_generation_idx" ON "order_wait_fact"("workspace_id", "since_day", "generation");
CREATE INDEX "order_wait_fact_workspace_id_until_day_generation_idx" ON "order_wait_fact"("workspace_id", "until_day", "generation");
CREATE INDEX "line_fact_workspace_id_placed_day_generation_idx" ON "line_fact"("workspace_id", "placed_day", "generation");
CREATE INDEX "line_fact_ship_idx" ON "line_fact"("workspace_id", "ship_day", "generation") WHERE (ship_day IS NOT NULL);
CREATE INDEX "line_fact_handed_idx" ON "line_fact"("workspace_id", "handed_day", "generation") WHERE (handed_day IS NOT NULL);
CREATE INDEX "inbound_fact_promise_idx" ON "inbound_fact"("workspace_id", "promise_day", "generation") WHERE (promise_day IS NOT NULL);
CREATE INDEX "inbound_fact_delivered_idx" ON "inbound_fact"("workspace_id", "delivered_day", "generation") WHERE (delivered_day IS NOT NULL);
CREATE INDEX "shipment_fact_promise_idx" ON "shipment_fact"("workspace_id", "promise_day", "generation") WHERE (promise_day IS NOT NULL);
CREATE INDEX "shipment_fact_handed_idx" ON "shipment_fact"("workspace_id", "handed_day", "generation") WHERE (handed_day IS NOT NULL);
CREATE INDEX "stock_time_fact_workspace_id_since_day_generation_idx" ON "stock_time_fact"("workspace_id", "since_day", "generation");
CREATE INDEX "stock_time_fact_workspace_id_until_day_generation_idx" ON "stock_time_fact"("workspace_id", "until_day", "generation");
CREATE INDEX "order_fact_revised_idx" ON "order_fact"("workspace_id", "revised_day", "generation") WHERE (revised_day IS NOT NULL);
