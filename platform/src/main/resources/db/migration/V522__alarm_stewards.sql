-- Who keeps the data knows first whether a signal is an artefact, and looks after the rules with it.
insert into access.role_permission (role, permission) values ('data-steward', 'alarms:write');
