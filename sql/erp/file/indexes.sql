-- Made after the load, which is faster. (changed_at, row_no) is what the import pages by.
create index file_order_line_changed on file_order_line (changed_at, row_no);
