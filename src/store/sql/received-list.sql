-- out: package, stem, digest, content
SELECT package, stem, digest, content FROM received_document ORDER BY package, stem;
