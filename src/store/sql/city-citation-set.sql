-- in: unit, revision, id, evidence, task, point, pages, labels, note
INSERT INTO city_citation (unit, revision, id, evidence, task, point, pages, labels, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (unit, revision, id) DO UPDATE SET pages = excluded.pages, labels = excluded.labels, note = excluded.note;
