-- out: dossier, package, unit; by unit
SELECT dossier, package, unit FROM dossier_bag ORDER BY dossier, unit, package;
