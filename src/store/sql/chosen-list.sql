-- out: unit, occurrence, item, reason
SELECT unit, occurrence, item, reason FROM chosen ORDER BY unit, occurrence;
