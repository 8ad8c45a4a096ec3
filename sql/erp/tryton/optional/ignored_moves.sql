-- Moves that were cancelled and that the seller chose to ignore instead of making them anew: the cancelled rest of a line.
create or replace view dw_tryton_ignored_move as
select g.sale_line as line_id,
       g.move as move_id
from sale_line_moves_ignored_rel g;
