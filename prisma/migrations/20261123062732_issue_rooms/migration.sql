-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "room" TEXT,
ADD COLUMN     "room_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "room_refused" TEXT;
