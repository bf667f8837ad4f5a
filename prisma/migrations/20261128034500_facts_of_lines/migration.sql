CREATE TABLE "line_fact" (
    "workspace_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "left_out" TEXT,
    "currency" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "placed_day" DATE NOT NULL,
    "ship_day" DATE,
    "handed_day" DATE,
    "units" INTEGER NOT NULL,
    "goods_units" INTEGER NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "credit_units" INTEGER NOT NULL,
    "goods_credit_units" INTEGER NOT NULL,
    "lines_due" INTEGER NOT NULL,
    "lines_filled" INTEGER NOT NULL,
    "units_due" INTEGER NOT NULL,
    "units_filled" INTEGER NOT NULL,
    "fill_unknown" INTEGER NOT NULL,
    "units_shipped" INTEGER NOT NULL,
    "units_returned" INTEGER NOT NULL,

    CONSTRAINT "line_fact_pkey" PRIMARY KEY ("workspace_id","generation","subject","part")
);

CREATE INDEX "line_fact_workspace_id_generation_placed_day_idx" ON "line_fact"("workspace_id", "generation", "placed_day");
CREATE INDEX "line_fact_ship_idx" ON "line_fact"("workspace_id", "generation", "ship_day") WHERE (ship_day IS NOT NULL);
CREATE INDEX "line_fact_handed_idx" ON "line_fact"("workspace_id", "generation", "handed_day") WHERE (handed_day IS NOT NULL);

-- What lines tell stands in their own facts. Facts are made anew by this release: nothing is lost.
ALTER TABLE "order_fact"
  DROP COLUMN "units",
  DROP COLUMN "goods_units",
  DROP COLUMN "value_minor",
  DROP COLUMN "credit_units",
  DROP COLUMN "goods_credit_units",
  DROP COLUMN "lines_due",
  DROP COLUMN "lines_filled",
  DROP COLUMN "units_due",
  DROP COLUMN "units_filled",
  DROP COLUMN "units_shipped",
  DROP COLUMN "units_returned",
  ADD COLUMN "first_parcel" UUID,
  ADD COLUMN "shipped" INTEGER NOT NULL DEFAULT 0;
