-- out: statement, id, evidence, pages, labels, note
SELECT statement, id, evidence, pages, labels, note FROM statement_citation ORDER BY statement, id;
