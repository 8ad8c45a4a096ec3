-- H2 keeps the name in capitals.
create user demandwright password 'a-long-password';
