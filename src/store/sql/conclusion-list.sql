-- out: id, office, person, at, unit, verdict, reason
SELECT id, office, person, at, unit, verdict, reason FROM conclusion ORDER BY id;
