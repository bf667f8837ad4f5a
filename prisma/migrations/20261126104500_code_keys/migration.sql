-- What core/text/code-key.ts makes of text that was already put in capitals. Most codes need nothing, and the index of
-- nearly all rows stays as it is.
CREATE FUNCTION pg_temp.needs_key(raw text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT octet_length(raw) <> length(raw) OR raw LIKE '%  %' OR raw LIKE '%--%' OR raw LIKE '''%' OR raw LIKE '="%"'
    OR raw LIKE ' %' OR raw LIKE '% ' OR raw ~ '[\t\n]'
$$;
CREATE FUNCTION pg_temp.key_of(raw text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(
    normalize(upper(normalize(regexp_replace(regexp_replace(raw,
      '[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u00AD\uFEFF]', '', 'g'),
      '^\s*="(.*)"\s*$', '\1'), NFKC)), NFKC),
    '[-\u058A\u05BE\u1400\u1806\u2010-\u2015\u2212\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u301C\u3030\u30A0]+', '-', 'g'),
    '\s+', ' ', 'g'), '^['' ]+| $', '', 'g')
$$;

-- A barcode is stored as its key, and found by it.
UPDATE "sku" SET "barcode" = nullif(pg_temp.key_of("barcode"), '')
WHERE "barcode" <> upper("barcode") OR pg_temp.needs_key("barcode");

DO $$
DECLARE
  apart text;
BEGIN
  -- Codes. Where two codes have one key, the one that has it already keeps it, else the first. The other keeps its old key
  -- and everything booked on it, and answers to the key as to an alias, so that a look-up offers both.
  CREATE TEMP TABLE rekeyed ON COMMIT DROP AS
  SELECT s.*, row_number() OVER (PARTITION BY s.workspace_id, s.key ORDER BY s.id) AS place,
    (SELECT min(o.code) FROM sku o WHERE o.workspace_id = s.workspace_id AND o.code_key = s.key) AS holder
  FROM (SELECT workspace_id, id, code, code_key, pg_temp.key_of(code_key) AS key FROM sku
    WHERE pg_temp.needs_key(code_key)) s
  WHERE s.key <> s.code_key AND s.key <> '';
  UPDATE sku SET code_key = r.key FROM rekeyed r
  WHERE sku.workspace_id = r.workspace_id AND sku.id = r.id AND r.holder IS NULL AND r.place = 1;
  INSERT INTO sku_alias (workspace_id, channel, alias_key, sku_id, alias)
  SELECT workspace_id, 'spelling-' || place, key, id, code FROM rekeyed WHERE holder IS NOT NULL OR place > 1
  ON CONFLICT DO NOTHING;
  SELECT string_agg(format('"%s" beside "%s"', r.code, coalesce(r.holder, f.code)), ', ' ORDER BY r.code) INTO apart
  FROM rekeyed r JOIN rekeyed f ON f.workspace_id = r.workspace_id AND f.key = r.key AND f.place = 1
  WHERE r.holder IS NOT NULL OR r.place > 1;
  IF apart IS NOT NULL THEN
    RAISE WARNING 'Codes that differ only in their spelling are still products of their own: %. A look-up offers both; an import names the second.', apart;
  END IF;
  DROP TABLE rekeyed;

  -- Aliases. The one that has the key already keeps it, else the first.
  CREATE TEMP TABLE rekeyed ON COMMIT DROP AS
  SELECT a.*, row_number() OVER (PARTITION BY a.workspace_id, a.channel, a.key ORDER BY a.alias_key) AS place,
    (SELECT o.sku_id FROM sku_alias o
      WHERE o.workspace_id = a.workspace_id AND o.channel = a.channel AND o.alias_key = a.key) AS holder
  FROM (SELECT workspace_id, channel, alias_key, sku_id, alias, pg_temp.key_of(alias_key) AS key FROM sku_alias
    WHERE pg_temp.needs_key(alias_key)) a
  WHERE a.key <> a.alias_key AND a.key <> '';
  UPDATE sku_alias SET alias_key = r.key FROM rekeyed r
  WHERE sku_alias.workspace_id = r.workspace_id AND sku_alias.channel = r.channel AND sku_alias.alias_key = r.alias_key
    AND r.holder IS NULL AND r.place = 1;
  SELECT string_agg(format('%s:%s', r.channel, r.alias), ', ' ORDER BY r.channel, r.alias) INTO apart
  FROM rekeyed r JOIN rekeyed f ON f.workspace_id = r.workspace_id AND f.channel = r.channel AND f.key = r.key AND f.place = 1
  WHERE (r.holder IS NOT NULL OR r.place > 1) AND r.sku_id <> coalesce(r.holder, f.sku_id);
  IF apart IS NOT NULL THEN
    RAISE WARNING 'Aliases that differ from another product''s only in their spelling no longer find their product: %. Import the products with one alias each.', apart;
  END IF;
  DROP TABLE rekeyed;

  -- Order numbers lose the "#" before them, and channels their capitals.
  CREATE TEMP TABLE rekeyed ON COMMIT DROP AS
  SELECT o.*, row_number() OVER (PARTITION BY o.workspace_id, o.new_channel, o.key ORDER BY o.placed_at, o.id) AS place,
    EXISTS (SELECT 1 FROM "order" h
      WHERE h.workspace_id = o.workspace_id AND h.channel = o.new_channel AND h.number_key = o.key) AS held
  FROM (SELECT workspace_id, id, number, channel, number_key, placed_at,
      CASE WHEN channel <> lower(channel) OR pg_temp.needs_key(channel) THEN lower(pg_temp.key_of(channel)) ELSE channel END AS new_channel,
      regexp_replace(CASE WHEN pg_temp.needs_key(number_key) THEN pg_temp.key_of(number_key) ELSE number_key END, '^[# ]+(?=.)', '') AS key
    FROM "order"
    WHERE number_key LIKE '#%' OR pg_temp.needs_key(number_key) OR channel <> lower(channel) OR pg_temp.needs_key(channel)) o
  WHERE (o.new_channel, o.key) <> (o.channel, o.number_key) AND o.key <> '' AND o.new_channel <> '';
  UPDATE "order" SET channel = r.new_channel, number_key = r.key FROM rekeyed r
  WHERE "order".workspace_id = r.workspace_id AND "order".id = r.id AND NOT r.held AND r.place = 1;
  SELECT string_agg(format('%s (%s)', number, channel), ', ' ORDER BY channel, number) INTO apart
  FROM rekeyed WHERE held OR place > 1;
  IF apart IS NOT NULL THEN
    RAISE WARNING 'Orders that differ from another only in the spelling of their number or channel are still orders of their own: %. They are found by that spelling; an import changes the other one.', apart;
  END IF;
  DROP TABLE rekeyed;
END $$;

DROP FUNCTION pg_temp.needs_key(text);
DROP FUNCTION pg_temp.key_of(text);

-- "mug01" finds MUG-01 when nothing else fits.
CREATE INDEX "sku_bare_code_idx" ON "sku"("workspace_id", translate("code_key", '-_ ./', ''));
