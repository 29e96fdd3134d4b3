-- out: task, key, text, person, at
SELECT task, key, text, person, at FROM draft ORDER BY at, task, key;
