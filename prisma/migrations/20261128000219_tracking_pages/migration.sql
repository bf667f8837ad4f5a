-- Where a carrier shows a parcel, "{number}" in place of its tracking number.
-- AlterTable
ALTER TABLE "carrier" ADD COLUMN     "tracking_url" TEXT;
