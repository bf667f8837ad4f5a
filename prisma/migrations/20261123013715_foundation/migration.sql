-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "btree_gin";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slack_team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "workspace_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("workspace_id","series")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "workspace_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("workspace_id","source","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "order" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "customer_reference" TEXT,
    "ship_to_country" TEXT,
    "stage" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "allocated_at" TIMESTAMPTZ(3),
    "picked_at" TIMESTAMPTZ(3),
    "packed_at" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "on_hold" BOOLEAN NOT NULL,
    "ship_by" TIMESTAMPTZ(3),
    "promised_by" TIMESTAMPTZ(3),
    "promised_by_revised" TIMESTAMPTZ(3),
    "location_id" UUID,
    "source" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "workspace_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sku_id" UUID,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ordered" INTEGER NOT NULL,
    "allocated" INTEGER NOT NULL,
    "picked" INTEGER NOT NULL,
    "shipped" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("workspace_id","order_id","ordinal")
);

-- CreateTable
CREATE TABLE "person" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "roles" TEXT[],
    "departments" TEXT[],
    "departed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "slack_team_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slack_admin" BOOLEAN NOT NULL,
    "deactivated" BOOLEAN NOT NULL,
    "greeted_at" TIMESTAMPTZ(3),
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","slack_user_id")
);

-- CreateTable
CREATE TABLE "sku" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "barcode" TEXT,
    "category" TEXT,
    "supplier" TEXT,
    "unit_cost_minor" BIGINT,
    "price_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "reorder_point" INTEGER,
    "listed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sku_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "sku_alias" (
    "workspace_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "alias_key" TEXT NOT NULL,
    "sku_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "sku_alias_pkey" PRIMARY KEY ("workspace_id","alias_key","channel")
);

-- CreateTable
CREATE TABLE "location" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stock_source" TEXT NOT NULL,
    "stock_as_of" TIMESTAMPTZ(3),
    "stale_after_minutes" INTEGER NOT NULL,

    CONSTRAINT "location_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "reference" TEXT,
    "note" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "source_event" TEXT,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ledger_leg" (
    "workspace_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_leg_pkey" PRIMARY KEY ("workspace_id","entry_id","ordinal")
);

-- CreateTable
CREATE TABLE "level" (
    "workspace_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "data_fault" BOOLEAN NOT NULL,
    "expected_on" DATE,
    "counted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "level_pkey" PRIMARY KEY ("workspace_id","sku_id","location_id","bucket")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slack_team_id_key" ON "workspace"("slack_team_id");

-- CreateIndex
CREATE INDEX "inbound_event_workspace_id_received_at_idx" ON "inbound_event"("workspace_id", "received_at");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_subject_kind_subject_id_recorded_a_idx" ON "audit_entry"("workspace_id", "subject_kind", "subject_id", "recorded_at");

-- CreateIndex
CREATE INDEX "order_workspace_id_number_key_idx" ON "order"("workspace_id", "number_key");

-- CreateIndex
CREATE INDEX "order_number_prefix_idx" ON "order" USING GIN ("workspace_id" uuid_ops, "number_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "order_workspace_id_stage_ship_by_idx" ON "order"("workspace_id", "stage", "ship_by");

-- CreateIndex
CREATE INDEX "order_workspace_id_placed_at_idx" ON "order"("workspace_id", "placed_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_workspace_id_channel_number_key_key" ON "order"("workspace_id", "channel", "number_key");

-- CreateIndex
CREATE INDEX "order_line_workspace_id_sku_id_placed_at_idx" ON "order_line"("workspace_id", "sku_id", "placed_at");

-- CreateIndex
CREATE INDEX "member_workspace_id_person_id_idx" ON "member"("workspace_id", "person_id");

-- CreateIndex
CREATE INDEX "sku_workspace_id_barcode_idx" ON "sku"("workspace_id", "barcode");

-- CreateIndex
CREATE INDEX "sku_search_idx" ON "sku" USING GIN ("workspace_id" uuid_ops, "title" gin_trgm_ops, "code_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "sku_workspace_id_code_key_key" ON "sku"("workspace_id", "code_key");

-- CreateIndex
CREATE INDEX "sku_alias_workspace_id_sku_id_idx" ON "sku_alias"("workspace_id", "sku_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_workspace_id_code_key" ON "location"("workspace_id", "code");

-- CreateIndex
CREATE INDEX "ledger_entry_workspace_id_recorded_at_idx" ON "ledger_entry"("workspace_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_workspace_id_source_event_key" ON "ledger_entry"("workspace_id", "source_event");

-- CreateIndex
CREATE INDEX "ledger_leg_workspace_id_sku_id_location_id_occurred_at_idx" ON "ledger_leg"("workspace_id", "sku_id", "location_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ledger_leg_last_movement_idx" ON "ledger_leg"("workspace_id", "sku_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "level_workspace_id_location_id_idx" ON "level"("workspace_id", "location_id");

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_workspace_id_order_id_fkey" FOREIGN KEY ("workspace_id", "order_id") REFERENCES "order"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sku_alias" ADD CONSTRAINT "sku_alias_workspace_id_sku_id_fkey" FOREIGN KEY ("workspace_id", "sku_id") REFERENCES "sku"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_leg" ADD CONSTRAINT "ledger_leg_workspace_id_entry_id_fkey" FOREIGN KEY ("workspace_id", "entry_id") REFERENCES "ledger_entry"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_leg" ADD CONSTRAINT "ledger_leg_workspace_id_sku_id_fkey" FOREIGN KEY ("workspace_id", "sku_id") REFERENCES "sku"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_leg" ADD CONSTRAINT "ledger_leg_workspace_id_location_id_fkey" FOREIGN KEY ("workspace_id", "location_id") REFERENCES "location"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level" ADD CONSTRAINT "level_workspace_id_sku_id_fkey" FOREIGN KEY ("workspace_id", "sku_id") REFERENCES "sku"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level" ADD CONSTRAINT "level_workspace_id_location_id_fkey" FOREIGN KEY ("workspace_id", "location_id") REFERENCES "location"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What happened, happened: the ledger and the audit log only grow.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: record a new entry instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_leg_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_leg" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A level is never below zero unless the outside world reported it so.
ALTER TABLE "level" ADD CONSTRAINT "level_not_negative" CHECK ("quantity" >= 0 OR "data_fault");
ALTER TABLE "level" ADD CONSTRAINT "level_bucket" CHECK ("bucket" IN ('available', 'committed', 'reserved', 'damaged', 'safety_stock', 'quality_control', 'incoming'));
ALTER TABLE "location" ADD CONSTRAINT "location_kind" CHECK ("kind" IN ('warehouse', '3pl', 'store', 'marketplace'));
ALTER TABLE "member" ADD CONSTRAINT "member_kind" CHECK ("kind" IN ('full', 'guest', 'external'));
ALTER TABLE "order" ADD CONSTRAINT "order_kind" CHECK ("kind" IN ('sale', 'credit'));
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_kind" CHECK ("kind" IN ('goods', 'service'));
ALTER TABLE "person" ADD CONSTRAINT "person_roles" CHECK ("roles" <@ ARRAY['viewer', 'operator', 'lead', 'manager', 'admin']);
