-- in: id
DELETE FROM finding WHERE id = ?1;
