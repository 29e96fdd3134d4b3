-- in: id
DELETE FROM record WHERE id = ?1;
