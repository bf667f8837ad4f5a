-- What was set for the same day before is history.
-- CreateTable
CREATE TABLE "kpi_target_replaced" (
    "workspace_id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "target" BIGINT,
    "limit" BIGINT,
    "currency" TEXT NOT NULL,
    "note" TEXT,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_target_replaced_pkey" PRIMARY KEY ("workspace_id","kpi","dimension","value","valid_from","ordinal")
);
