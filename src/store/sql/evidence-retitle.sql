-- in: digest, title, number
UPDATE evidence SET title = ?2, number = ?3 WHERE digest = ?1;
