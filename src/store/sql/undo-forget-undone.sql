-- redo ends where something new is done
DELETE FROM undo_step WHERE undone = 1;
