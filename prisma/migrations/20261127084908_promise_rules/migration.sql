-- CreateTable
CREATE TABLE "promise_rule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT,
    "service_id" UUID,
    "country" TEXT,
    "handling_days" INTEGER NOT NULL,
    "transit_days" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "promise_rule_pkey" PRIMARY KEY ("workspace_id","id")
);
