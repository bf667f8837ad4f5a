-- CreateTable
CREATE TABLE "status_map" (
    "workspace_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "status_map_pkey" PRIMARY KEY ("workspace_id","source","code")
);

-- CreateIndex
CREATE INDEX "shipment_event_unknown_idx" ON "shipment_event"("workspace_id", "source", "code", "series_id") WHERE (status = 'unknown' AND code IS NOT NULL);
