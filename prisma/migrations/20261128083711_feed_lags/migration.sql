-- AlterTable
ALTER TABLE "webhook_delivery" ADD COLUMN "happened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "feed_lag" (
    "workspace_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "seconds" BIGINT NOT NULL,
    "source_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "feed_lag_pkey" PRIMARY KEY ("workspace_id","subject","kind","quarter","seconds")
);

-- CreateTable
CREATE TABLE "feed_lag_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "came_day" DATE NOT NULL,
    "seconds" BIGINT,
    "times" INTEGER NOT NULL,
    "ahead" INTEGER NOT NULL,

    CONSTRAINT "feed_lag_fact_pkey" PRIMARY KEY ("workspace_id","subject","generation","part")
);

-- CreateIndex
CREATE INDEX "feed_lag_fact_workspace_id_came_day_generation_idx" ON "feed_lag_fact"("workspace_id", "came_day", "generation");
