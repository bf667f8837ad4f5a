-- AlterTable
ALTER TABLE "chart_request" ADD COLUMN     "permission" JSONB;

-- CreateTable
CREATE TABLE "kpi_figure" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kpi" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_figure_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kpi_figure_workspace_id_kpi_from_day_to_day_dimension_value_key" ON "kpi_figure"("workspace_id", "kpi", "from_day", "to_day", "dimension", "value");

-- The same content under another id is told once.
CREATE INDEX "webhook_delivery_told_idx" ON "webhook_delivery"("workspace_id", "source_id", "sha256") WHERE (happened_at IS NOT NULL);

-- Few spans are those without stock, and they are looked at by themselves.
CREATE INDEX "stock_time_fact_out_idx" ON "stock_time_fact"("workspace_id", "since_day", "generation") WHERE (out <> 0);
