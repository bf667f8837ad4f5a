-- AlterTable
ALTER TABLE "approval_event" ADD COLUMN     "connector" TEXT;

-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "connector" TEXT;

-- AlterTable
ALTER TABLE "issue_event" ADD COLUMN     "connector" TEXT;
