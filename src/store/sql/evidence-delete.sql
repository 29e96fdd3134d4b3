-- in: digest
DELETE FROM evidence WHERE digest = ?1;
