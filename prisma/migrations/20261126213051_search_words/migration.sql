-- Titles were searched by their groups of three letters, which takes longer the more SKUs there are: a million rows to join
-- for every question. Now they are searched by their words, and a misspelt word is looked for among the words.
DROP INDEX "sku_search_idx";

-- CreateTable
CREATE TABLE "sku_word" (
    "workspace_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "sku_word_pkey" PRIMARY KEY ("workspace_id","word")
);

-- By an expression: the index of letters would answer "is it one of these hundreds of words" too, by reading itself once for
-- each. New words are sorted in at once: a list of those that are not would be read through by every question.
CREATE INDEX "sku_word_letters_idx" ON "sku_word" USING GIN ("workspace_id" uuid_ops, ("word" || '') gin_trgm_ops)
  WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "sku_workspace_id_supplier_idx" ON "sku"("workspace_id", "supplier");

-- Codes in the order of their bytes: the beginning of a code is a range of them, whatever the server's collation.
CREATE INDEX "sku_code_order_idx" ON "sku"("workspace_id", "code_key" COLLATE "C");
-- The shortest titles first: of titles with the same words, they fit best.
CREATE INDEX "sku_short_title_idx" ON "sku"("workspace_id", length("title"), "code_key");
-- sku_loose_code_idx finds what it found.
DROP INDEX "sku_bare_code_idx";

-- The words of a text, in small letters: "T-Shirt, blue" is t, shirt and blue.
CREATE FUNCTION sku_words(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT left(word, 60) FROM regexp_split_to_table(lower(words), '[^[:alnum:]]+') AS word WHERE word <> ''
$$;
-- A word as the index of titles knows it. Each with a part of its workspace: as a column of its own that would be a list of
-- all rows, to be joined with that of the word.
CREATE FUNCTION sku_word_key(workspace uuid, word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word || ' ' || right(workspace::text, 12)
$$;
-- It names no function of ours: an index is built where those are out of sight.
CREATE FUNCTION sku_title_words(workspace uuid, title text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT DISTINCT left(word, 60) || ' ' || right(workspace::text, 12)
    FROM regexp_split_to_table(lower(title), '[^[:alnum:]]+') AS word WHERE word <> '')
$$;
CREATE INDEX "sku_title_words_idx" ON "sku" USING GIN (sku_title_words("workspace_id", "title"));

INSERT INTO "sku_word" ("workspace_id", "word")
SELECT DISTINCT s."workspace_id", w.word FROM "sku" s CROSS JOIN LATERAL sku_words(s."title") AS w (word)
WHERE w.word !~ '[0-9]';

-- Many titles are split as one text. In order: two imports with the same new words would deadlock.
CREATE FUNCTION note_sku_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sku_word (workspace_id, word)
  SELECT t.workspace_id, w.word
  FROM (SELECT workspace_id, string_agg(title, ' ') AS titles FROM written GROUP BY workspace_id) t
    CROSS JOIN LATERAL sku_words(t.titles) AS w (word)
  WHERE w.word !~ '[0-9]'
    AND NOT EXISTS (SELECT 1 FROM sku_word k WHERE k.workspace_id = t.workspace_id AND k.word = w.word)
  ORDER BY t.workspace_id, w.word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER sku_words_of_new AFTER INSERT ON "sku" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION note_sku_words();
CREATE TRIGGER sku_words_of_changed AFTER UPDATE ON "sku" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION note_sku_words();
