-- in: kind; out: content, digest
SELECT content, digest FROM plan_document WHERE kind = ?1;
