-- in: kind, digest, content
INSERT INTO plan_document (kind, digest, content) VALUES (?1, ?2, ?3) ON CONFLICT (kind) DO UPDATE SET digest = excluded.digest, content = excluded.content;
