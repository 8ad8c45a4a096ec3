-- MariaDB: % is any host; write that of the plugin's server.
create user demandwright@'%' identified by 'a-long-password';
