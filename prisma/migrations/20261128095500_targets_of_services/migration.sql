-- What was set for a service by its name holds for its code too, as for carriers before, where the name has one code. Only figures
-- of parcels have codes of services: those of orders have what was told. Where two mean the same, the one that has the code stays.
WITH called AS (
  SELECT "workspace_id", "name", min("code") AS "code" FROM "carrier_service"
  GROUP BY 1, 2 HAVING count(DISTINCT "code") = 1 AND min("code") <> "name"
)
UPDATE "kpi_target" t SET "value" = c."code" FROM called c
WHERE c."workspace_id" = t."workspace_id" AND t."dimension" = 'service' AND t."value" = c."name"
  AND t."kpi" IN ('late_carrier', 'late_unattributed', 'exceptions', 'valid_tracking')
  AND NOT EXISTS (SELECT 1 FROM "kpi_target" o WHERE o."workspace_id" = t."workspace_id" AND o."kpi" = t."kpi"
    AND o."dimension" = t."dimension" AND o."value" = c."code" AND o."valid_from" = t."valid_from");

WITH called AS (
  SELECT "workspace_id", "name", min("code") AS "code" FROM "carrier_service"
  GROUP BY 1, 2 HAVING count(DISTINCT "code") = 1 AND min("code") <> "name"
)
UPDATE "kpi_breach" b SET "value" = c."code" FROM called c
WHERE c."workspace_id" = b."workspace_id" AND b."dimension" = 'service' AND b."value" = c."name"
  AND b."kpi" IN ('late_carrier', 'late_unattributed', 'exceptions', 'valid_tracking')
  AND NOT EXISTS (SELECT 1 FROM "kpi_breach" o WHERE o."workspace_id" = b."workspace_id" AND o."kpi" = b."kpi"
    AND o."dimension" = b."dimension" AND o."value" = c."code");
