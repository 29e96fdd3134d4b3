-- in: id
DELETE FROM citation WHERE id = ?1;
