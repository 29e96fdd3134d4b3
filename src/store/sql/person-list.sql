-- out: name, roles
SELECT name, roles FROM person ORDER BY name;
