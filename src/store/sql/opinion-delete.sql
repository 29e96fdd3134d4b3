-- in: id
DELETE FROM opinion WHERE id = ?1;
