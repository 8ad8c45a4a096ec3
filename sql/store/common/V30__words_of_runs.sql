-- Why a row is in quarantine and what a run had to say are kept as words, which may be longer than the sentence.
-- What was kept as a sentence stays one.
alter table quarantine alter column detail set data type varchar;
alter table run_message alter column message set data type varchar;
