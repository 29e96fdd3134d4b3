-- out: statement, version, package
SELECT statement, version, package FROM delivery ORDER BY statement, version, package;
