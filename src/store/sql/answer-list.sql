-- out: id, subject, office, person, at, text, changed
SELECT id, subject, office, person, at, text, changed FROM opinion_answer ORDER BY id;
