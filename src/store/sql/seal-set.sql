-- in: name, part, digest
INSERT INTO seal (name, part, digest) VALUES (?1, ?2, ?3) ON CONFLICT (name, part) DO UPDATE SET digest = excluded.digest;
