-- out: id, label, task, key, changeset of the change that redo brings back
SELECT id, label, task, key, changeset FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1;
