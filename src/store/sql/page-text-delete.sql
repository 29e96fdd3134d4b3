-- in: digest
DELETE FROM page_text WHERE digest = ?1;
