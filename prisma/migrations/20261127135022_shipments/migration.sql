-- CreateTable
CREATE TABLE "shipment_number" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "series_id" UUID NOT NULL,

    CONSTRAINT "shipment_number_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "shipment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "tracking" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "carrier_said" TEXT,
    "carrier_id" UUID,
    "service_said" TEXT,
    "service_id" UUID,
    "from_country" TEXT,
    "to_country" TEXT,
    "to_region" TEXT,
    "zone" TEXT NOT NULL,
    "zone_source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "fault" TEXT NOT NULL,
    "place_city" TEXT,
    "place_region" TEXT,
    "place_country" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "scanned_at" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "eta_until" TIMESTAMPTZ(3),
    "promise_until" TIMESTAMPTZ(3),
    "at_risk" BOOLEAN NOT NULL,
    "scan_due_at" TIMESTAMPTZ(3),
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "fold_version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "shipment_event" (
    "workspace_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "code" TEXT,
    "place_city" TEXT,
    "place_region" TEXT,
    "place_country" TEXT,
    "text" TEXT,
    "lifts" BOOLEAN NOT NULL,
    "delivery_id" UUID,

    CONSTRAINT "shipment_event_pkey" PRIMARY KEY ("workspace_id","series_id","source","event_key")
);

-- CreateTable
CREATE TABLE "shipment_word" (
    "workspace_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,
    "tracking" TEXT NOT NULL,
    "formerly" TEXT[],
    "about" JSONB NOT NULL,
    "delivery_id" UUID,

    CONSTRAINT "shipment_word_pkey" PRIMARY KEY ("workspace_id","series_id","source","said_at","hash")
);

-- CreateIndex
CREATE INDEX "shipment_number_workspace_id_series_id_idx" ON "shipment_number"("workspace_id", "series_id");

-- CreateIndex
CREATE INDEX "shipment_workspace_id_series_id_idx" ON "shipment"("workspace_id", "series_id");
