-- in: person, or NULL for anybody's; out: id, label, task, key, changeset of the change that redo brings back
SELECT id, label, task, key, changeset FROM undo_step WHERE undone = 1 AND (?1 IS NULL OR person = ?1) ORDER BY id LIMIT 1;
