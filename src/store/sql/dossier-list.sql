-- out: package, about, city, city_name, round_title; newest package first
SELECT d.package, d.about, d.city, d.city_name, d.round_title FROM dossier AS d JOIN package AS p ON p.id = d.package ORDER BY p.sequence DESC;
