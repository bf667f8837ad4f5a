-- CreateTable
CREATE TABLE "subject_watch" (
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "told_state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_watch_pkey" PRIMARY KEY ("workspace_id","kind","subject_id","place")
);

-- CreateIndex
CREATE INDEX "subject_watch_workspace_id_kind_place_idx" ON "subject_watch"("workspace_id", "kind", "place") WHERE (ended_at IS NULL);

INSERT INTO "subject_watch" ("workspace_id", "kind", "subject_id", "place", "person_id", "told_state", "created_at", "ended_at")
SELECT "workspace_id", 'stock.sku', "sku_id"::text, "place", "person_id", "told_status", "created_at", "ended_at" FROM "watch";

-- During a roll-out replicas of both releases run: what one of them watches the other follows as well. A write that comes
-- from the other table goes no further (the depth of triggers is above nought there).
CREATE FUNCTION "watch_to_subject_watch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "subject_watch" ("workspace_id", "kind", "subject_id", "place", "person_id", "told_state", "created_at", "ended_at")
  VALUES (NEW."workspace_id", 'stock.sku', NEW."sku_id"::text, NEW."place", NEW."person_id", NEW."told_status", NEW."created_at", NEW."ended_at")
  ON CONFLICT ("workspace_id", "kind", "subject_id", "place") DO UPDATE SET "person_id" = EXCLUDED."person_id",
    "told_state" = EXCLUDED."told_state", "created_at" = EXCLUDED."created_at", "ended_at" = EXCLUDED."ended_at";
  RETURN NULL;
END $$;
CREATE TRIGGER "watch_to_subject_watch" AFTER INSERT OR UPDATE ON "watch"
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "watch_to_subject_watch"();

CREATE FUNCTION "subject_watch_to_watch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "watch" ("workspace_id", "sku_id", "place", "person_id", "told_status", "created_at", "ended_at")
  VALUES (NEW."workspace_id", NEW."subject_id"::uuid, NEW."place", NEW."person_id", NEW."told_state", NEW."created_at", NEW."ended_at")
  ON CONFLICT ("workspace_id", "sku_id", "place") DO UPDATE SET "person_id" = EXCLUDED."person_id",
    "told_status" = EXCLUDED."told_status", "created_at" = EXCLUDED."created_at", "ended_at" = EXCLUDED."ended_at";
  RETURN NULL;
END $$;
CREATE TRIGGER "subject_watch_to_watch" AFTER INSERT OR UPDATE ON "subject_watch"
FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NEW."kind" = 'stock.sku') EXECUTE FUNCTION "subject_watch_to_watch"();
