-- in: label, task, key, changeset
INSERT INTO undo_step (label, task, key, changeset, undone) VALUES (?1, ?2, ?3, ?4, 0);
