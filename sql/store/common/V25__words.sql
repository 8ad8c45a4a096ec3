-- Reasons and findings are kept as words, a key with its arguments, which may be longer than the sentence.
-- What was kept as a sentence stays one.
alter table series_result alter column reason set data type varchar;
alter table quality_issue alter column meaning set data type varchar;
