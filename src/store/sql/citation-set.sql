-- in: id, revision, evidence, task, point, occurrence, record, pages, labels, note
INSERT INTO citation (id, revision, evidence, task, point, occurrence, record, pages, labels, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET pages = excluded.pages, labels = excluded.labels, note = excluded.note;
