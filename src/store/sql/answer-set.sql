-- in: id, subject, office, person, at, text, changed
INSERT INTO opinion_answer (id, subject, office, person, at, text, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, office = excluded.office, person = excluded.person, at = excluded.at, text = excluded.text, changed = excluded.changed;
