-- in: label, task, key, changeset, person
INSERT INTO undo_step (label, task, key, changeset, undone, person) VALUES (?1, ?2, ?3, ?4, 0, ?5);
