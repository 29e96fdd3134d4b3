-- in: revision; out: task, key, text
SELECT task, key, text FROM entry WHERE revision = ?1 ORDER BY task, key;
