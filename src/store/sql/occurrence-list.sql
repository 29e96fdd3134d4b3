-- out: all columns
SELECT id, unit, title, summary, date, count, deaths, state, factors, merged_into, also, declared_by, answer FROM occurrence ORDER BY id;
