-- AlterTable
ALTER TABLE "inbound_event" ADD COLUMN     "done_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_url" TEXT,
ADD COLUMN     "result" BYTEA;
