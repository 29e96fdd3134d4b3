-- in: id, undone
UPDATE undo_step SET undone = ?2 WHERE id = ?1;
