-- in: revision; out: id, evidence, task, point, occurrence, record, pages, labels, note
SELECT id, evidence, task, point, occurrence, record, pages, labels, note FROM citation WHERE revision = ?1 ORDER BY id;
