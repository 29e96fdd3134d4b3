-- in: package, stem, digest, content
INSERT INTO received_document (package, stem, digest, content) VALUES (?1, ?2, ?3, ?4);
