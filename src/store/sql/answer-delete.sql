-- in: id
DELETE FROM opinion_answer WHERE id = ?1;
