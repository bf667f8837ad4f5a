-- CreateTable
CREATE TABLE "kpi_target" (
    "workspace_id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "target" BIGINT,
    "limit" BIGINT,
    "currency" TEXT NOT NULL,
    "note" TEXT,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_target_pkey" PRIMARY KEY ("workspace_id","kpi","dimension","value","valid_from")
);

-- CreateTable
CREATE TABLE "kpi_breach" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "severe" BOOLEAN NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "target" BIGINT NOT NULL,
    "limit" BIGINT,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "n" BIGINT NOT NULL,
    "d" BIGINT NOT NULL,

    CONSTRAINT "kpi_breach_pkey" PRIMARY KEY ("workspace_id","kpi","dimension","value")
);

-- CreateIndex
CREATE UNIQUE INDEX "kpi_breach_workspace_id_id_key" ON "kpi_breach"("workspace_id", "id");

-- A limit without a target says nothing, and no goal is negative.
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_goal_check"
  CHECK (coalesce("target" >= 0, true) AND coalesce("limit" >= 0, true) AND ("limit" IS NULL OR "target" IS NOT NULL));
