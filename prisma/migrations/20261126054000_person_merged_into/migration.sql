-- Two accounts of one person: what the one did is read as the other's.
ALTER TABLE "person" ADD COLUMN "merged_into_id" UUID;
