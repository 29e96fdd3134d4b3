-- out: occurrence, item, severity, cases
SELECT occurrence, item, severity, cases FROM occurrence_tick ORDER BY occurrence, item;
