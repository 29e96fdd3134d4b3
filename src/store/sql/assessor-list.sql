-- out: id, name, unit
SELECT id, name, unit FROM assessor ORDER BY id;
