-- in: statement
DELETE FROM statement_citation WHERE statement = ?1;
