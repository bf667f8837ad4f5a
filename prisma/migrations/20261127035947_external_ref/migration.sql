-- CreateTable
CREATE TABLE "external_ref" (
    "workspace_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "external_ref_pkey" PRIMARY KEY ("workspace_id","source","kind","external_id")
);

-- CreateIndex
CREATE INDEX "external_ref_workspace_id_kind_id_idx" ON "external_ref"("workspace_id", "kind", "id");
