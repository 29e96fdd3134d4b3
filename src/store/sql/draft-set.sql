-- in: task, key, text, person, at
INSERT INTO draft (task, key, text, person, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (task, key) DO UPDATE SET text = excluded.text, person = excluded.person, at = excluded.at;
