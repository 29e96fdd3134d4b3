-- in: package, stem; out: content, digest
SELECT content, digest FROM received_document WHERE package = ?1 AND stem = ?2;
