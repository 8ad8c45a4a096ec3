-- The numbers that the store gives: each is given once, whoever asks at the same time, and not again when its row is gone.
-- A number whose transaction was undone is left out. V20 places them behind what an older store gave.
create sequence series_number;
create sequence version_number;
create sequence layer_number;
create sequence issue_number;
create sequence event_number;
create sequence file_number;
