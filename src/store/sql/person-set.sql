-- in: name, roles
INSERT INTO person (name, roles) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET roles = excluded.roles;
