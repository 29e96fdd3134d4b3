-- in: how many to keep
DELETE FROM undo_step WHERE id <= (SELECT max (id) FROM undo_step) - ?1;
