-- CreateTable
CREATE TABLE "approval" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "quantity" INTEGER,
    "amount_minor" BIGINT,
    "location" TEXT,
    "supplier" TEXT,
    "why" TEXT,
    "requester_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" INTEGER NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reminders" INTEGER NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "outcome" TEXT,
    "ran_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),
    "undo_of_id" UUID,
    "undone_by_id" UUID,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "approval_vote" (
    "workspace_id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_vote_pkey" PRIMARY KEY ("workspace_id","approval_id","round","person_id")
);

-- CreateTable
CREATE TABLE "approval_effect" (
    "workspace_id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_effect_pkey" PRIMARY KEY ("workspace_id","approval_id")
);

-- CreateTable
CREATE TABLE "approval_place" (
    "workspace_id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "approval_place_pkey" PRIMARY KEY ("workspace_id","approval_id","place")
);

-- CreateTable
CREATE TABLE "approval_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "person_id" UUID,
    "authority_id" UUID,
    "note" TEXT,

    CONSTRAINT "approval_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "approval_tally" (
    "workspace_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "approval_tally_pkey" PRIMARY KEY ("workspace_id","requester_id","kind","subject")
);

-- CreateTable
CREATE TABLE "approval_policy" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "approval_policy_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "approval_delegation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_delegation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "approval_workspace_id_state_requested_at_idx" ON "approval"("workspace_id", "state", "requested_at");

-- CreateIndex
CREATE INDEX "approval_workspace_id_requester_id_kind_subject_requested_a_idx" ON "approval"("workspace_id", "requester_id", "kind", "subject", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "approval_workspace_id_number_key" ON "approval"("workspace_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "approval_vote_workspace_id_approval_id_round_authority_id_key" ON "approval_vote"("workspace_id", "approval_id", "round", "authority_id");

-- CreateIndex
CREATE INDEX "approval_event_workspace_id_approval_id_at_idx" ON "approval_event"("workspace_id", "approval_id", "at");

-- CreateIndex
CREATE INDEX "approval_delegation_workspace_id_to_id_ends_at_idx" ON "approval_delegation"("workspace_id", "to_id", "ends_at");

-- CreateIndex
CREATE INDEX "approval_delegation_workspace_id_from_id_ends_at_idx" ON "approval_delegation"("workspace_id", "from_id", "ends_at");

-- AddForeignKey
ALTER TABLE "approval_vote" ADD CONSTRAINT "approval_vote_workspace_id_approval_id_fkey" FOREIGN KEY ("workspace_id", "approval_id") REFERENCES "approval"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_place" ADD CONSTRAINT "approval_place_workspace_id_approval_id_fkey" FOREIGN KEY ("workspace_id", "approval_id") REFERENCES "approval"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_event" ADD CONSTRAINT "approval_event_workspace_id_approval_id_fkey" FOREIGN KEY ("workspace_id", "approval_id") REFERENCES "approval"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A vote, a step, a policy and an effect stay as they were.
CREATE TRIGGER approval_vote_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval_vote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_policy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval_policy" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_effect_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "approval_effect" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "approval" ADD CONSTRAINT "approval_state_known" CHECK (state IN ('waiting', 'approved', 'done', 'failed', 'rejected', 'withdrawn', 'expired'));
ALTER TABLE "approval_vote" ADD CONSTRAINT "approval_vote_choice_known" CHECK (choice IN ('approve', 'reject', 'override'));
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_ahead" CHECK (starts_at < ends_at AND from_id <> to_id);
