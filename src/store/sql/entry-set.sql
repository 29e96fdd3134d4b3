-- in: revision, task, key, text
INSERT INTO entry (revision, task, key, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (revision, task, key) DO UPDATE SET text = excluded.text;
