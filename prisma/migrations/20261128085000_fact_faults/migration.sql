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
