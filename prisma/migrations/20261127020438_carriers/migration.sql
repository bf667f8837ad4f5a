-- CreateTable
CREATE TABLE "carrier" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "carrier_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "carrier_service" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "carrier_service_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "collection" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,
    "service_id" UUID,
    "weekdays" INTEGER[],
    "cut_off" TEXT NOT NULL,
    "pick_up" TEXT,
    "late_margin_min" INTEGER NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "collection_exception" (
    "workspace_id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "cut_off" TEXT,
    "pick_up" TEXT,
    "why" TEXT NOT NULL,

    CONSTRAINT "collection_exception_pkey" PRIMARY KEY ("workspace_id","collection_id","on")
);

-- CreateIndex
CREATE UNIQUE INDEX "carrier_workspace_id_code_key" ON "carrier"("workspace_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_service_workspace_id_carrier_id_code_key" ON "carrier_service"("workspace_id", "carrier_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "collection_of_all_key" ON "collection"("workspace_id", "location_id", "carrier_id", "cut_off") WHERE (service_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "collection_of_service_key" ON "collection"("workspace_id", "location_id", "carrier_id", "service_id", "cut_off") WHERE (service_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "carrier_service" ADD CONSTRAINT "carrier_service_workspace_id_carrier_id_fkey" FOREIGN KEY ("workspace_id", "carrier_id") REFERENCES "carrier"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_workspace_id_carrier_id_fkey" FOREIGN KEY ("workspace_id", "carrier_id") REFERENCES "carrier"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_workspace_id_service_id_fkey" FOREIGN KEY ("workspace_id", "service_id") REFERENCES "carrier_service"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_exception" ADD CONSTRAINT "collection_exception_workspace_id_collection_id_fkey" FOREIGN KEY ("workspace_id", "collection_id") REFERENCES "collection"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Wall clocks and days as they are written: what reads them need not doubt.
ALTER TABLE "collection" ADD CONSTRAINT "collection_weekdays" CHECK (cardinality("weekdays") > 0 AND "weekdays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "collection" ADD CONSTRAINT "collection_cut_off" CHECK ("cut_off" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "collection" ADD CONSTRAINT "collection_pick_up" CHECK ("pick_up" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "pick_up" >= "cut_off");
ALTER TABLE "collection" ADD CONSTRAINT "collection_late_margin" CHECK ("late_margin_min" >= 0);
ALTER TABLE "collection" ADD CONSTRAINT "collection_valid" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "collection_exception" ADD CONSTRAINT "collection_exception_cut_off" CHECK ("cut_off" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "collection_exception" ADD CONSTRAINT "collection_exception_pick_up" CHECK ("pick_up" IS NULL OR ("cut_off" IS NOT NULL AND "pick_up" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "pick_up" >= "cut_off"));
