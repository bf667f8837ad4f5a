-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "trouble_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "lane_day" (
    "workspace_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "open" INTEGER NOT NULL,
    "troubled" INTEGER NOT NULL,

    CONSTRAINT "lane_day_pkey" PRIMARY KEY ("workspace_id","carrier","lane","day")
);

-- CreateTable
CREATE TABLE "lane_burst" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "carrier_name" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "parcels" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,

    CONSTRAINT "lane_burst_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "disruption" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "carrier" TEXT,
    "carrier_name" TEXT,
    "origin" TEXT,
    "destination" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "parcels" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,

    CONSTRAINT "disruption_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lane_burst_open_idx" ON "lane_burst"("workspace_id", "carrier", "lane") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "disruption_open_idx" ON "disruption"("workspace_id", "from_at") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "shipment_trouble_idx" ON "shipment"("workspace_id", "trouble_at") WHERE (trouble_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "shipment_lane_trouble_idx" ON "shipment"("workspace_id", "lane", "trouble_at") WHERE (trouble_at IS NOT NULL);
