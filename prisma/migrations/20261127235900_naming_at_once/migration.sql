-- Names of orders are sorted in at once: unsorted ones, after a file of parcels, are read through by every look-up.
ALTER INDEX "shipment_word_orders_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"shipment_word_orders_idx"'::regclass);
