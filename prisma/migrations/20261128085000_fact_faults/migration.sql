-- AlterTable
ALTER TABLE "fact_generation" ADD COLUMN "summing" TEXT,
  ADD COLUMN "summed_to" DATE;

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

-- Subjects before generations: one that is being built is unknown to statistics, and its few rows would be looked for in all of it.
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
