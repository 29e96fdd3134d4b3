-- in: person, or NULL for anybody's; out: id, label, task, key, changeset of the change that undo takes back
SELECT id, label, task, key, changeset FROM undo_step WHERE undone = 0 AND (?1 IS NULL OR person = ?1) ORDER BY id DESC LIMIT 1;
