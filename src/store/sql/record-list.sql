-- out: all columns
SELECT id, unit, clause, title, date, count, level, matter, factors, state, selected, settled, settled_reason FROM record ORDER BY id;
