-- Figures of parcels are split by the codes of carriers and services, and shown by their names: what was set for a name holds for
-- its code. Where two mean the same, the one that has the code already stays.
UPDATE "kpi_target" t SET "value" = c."code" FROM "carrier" c
WHERE c."workspace_id" = t."workspace_id" AND t."dimension" = 'carrier' AND t."value" = c."name" AND c."code" <> c."name"
  AND NOT EXISTS (SELECT 1 FROM "kpi_target" o WHERE o."workspace_id" = t."workspace_id" AND o."kpi" = t."kpi"
    AND o."dimension" = t."dimension" AND o."value" = c."code" AND o."valid_from" = t."valid_from");

UPDATE "kpi_breach" b SET "value" = c."code" FROM "carrier" c
WHERE c."workspace_id" = b."workspace_id" AND b."dimension" = 'carrier' AND b."value" = c."name" AND c."code" <> c."name"
  AND NOT EXISTS (SELECT 1 FROM "kpi_breach" o WHERE o."workspace_id" = b."workspace_id" AND o."kpi" = b."kpi"
    AND o."dimension" = b."dimension" AND o."value" = c."code");
