-- Why a series or a global model failed is kept as words, which may be longer than the sentence.
-- What was kept as a sentence stays one.
alter table series_result alter column failure set data type varchar;
alter table global_fit alter column failure set data type varchar;
