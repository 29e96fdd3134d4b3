-- sealed records are never undone
DELETE FROM undo_step;
