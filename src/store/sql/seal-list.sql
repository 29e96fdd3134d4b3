-- out: name, part, digest
SELECT name, part, digest FROM seal ORDER BY name, part;
