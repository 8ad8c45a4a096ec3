-- A few days of that ERP, with one line of every kind that a mapping has to tell apart.
insert into kt_version values ('3.2.1');
insert into kt_mandant values (1, 'Kontor Nord', 'Europe/Berlin'), (2, 'Kontor Shanghai', 'Asia/Shanghai');
insert into kt_lager values (10, 1, 'Hamburg'), (20, 2, 'Shanghai');
insert into kt_kunde values (100, 'Buyer', null), (101, 'Kontor Shanghai as a customer', 2);
insert into kt_artikel values
  ('T-1', 1, 'Tea, green', 'Tea', 'kg', 'J', 'L', 7, 21, 4.5000, 10, timestamp '2026-01-02 08:00:00'),
  ('T-2', 1, 'Tea, black', 'Tea', 'kg', 'J', 'L', 7, 21, 3.9000, 10, timestamp '2026-01-02 08:00:00'),
  ('C-1', 1, 'Cup', 'Cups', 'pc', 'J', 'L', 8, 14, 1.2000, 24, timestamp '2026-01-02 08:00:00'),
  ('SET', 1, 'Tea and two cups', 'Sets', 'pc', 'J', 'S', null, null, null, null, timestamp '2026-01-02 08:00:00'),
  ('T-1S', 2, 'Tea, green', 'Tea', 'kg', 'N', 'L', null, null, null, null, timestamp '2026-01-02 08:00:00');
insert into kt_einheit values ('T-1', 'box', 12.5), ('C-1', 'dozen', 12);
insert into kt_stueckliste values ('SET', 'T-1', 0.25), ('SET', 'C-1', 2);
insert into kt_beleg values
  (1, 'A', 1, 10, 100, timestamp '2026-03-01 23:30:00', date '2026-03-05', 'EUR', 'N', null, timestamp '2026-03-01 23:30:00'),
  (2, 'A', 1, 10, 100, timestamp '2026-03-02 09:00:00', null, 'EUR', 'J', null, timestamp '2026-03-03 09:00:00'),
  (3, 'K', 1, 10, 100, timestamp '2026-03-02 10:00:00', null, 'EUR', 'N', null, timestamp '2026-03-02 10:00:00'),
  (4, 'R', 1, 10, 100, timestamp '2026-03-05 10:00:00', null, 'EUR', 'N', 1, timestamp '2026-03-05 10:00:00'),
  (5, 'R', 1, 10, 100, timestamp '2026-03-06 10:00:00', null, 'EUR', 'N', null, timestamp '2026-03-06 10:00:00'),
  (6, 'G', 1, 10, 100, timestamp '2026-03-09 10:00:00', null, 'EUR', 'N', 1, timestamp '2026-03-09 10:00:00'),
  (7, 'A', 1, 10, 101, timestamp '2026-03-10 10:00:00', null, 'EUR', 'N', null, timestamp '2026-03-10 10:00:00'),
  (8, 'A', 2, 20, 100, timestamp '2026-03-10 20:00:00', null, 'CNY', 'N', null, timestamp '2026-03-10 20:00:00');
insert into kt_position values
  (11, 1, 'P', 'T-1', null, 2, 'box', 2, 0, 60.0000, 10.00, timestamp '2026-03-01 23:30:00'),
  (12, 1, 'P', 'C-1', null, 3, 'dozen', 2, 1, 18.0000, 0, timestamp '2026-03-04 08:00:00'),
  (13, 1, 'T', null, 'Please deliver before noon', null, null, null, null, null, null, timestamp '2026-03-01 23:30:00'),
  (14, 1, 'M', 'T-2', null, 0.5, 'kg', 0.5, 0, 0, 0, timestamp '2026-03-01 23:30:00'),
  (15, 1, 'P', 'SET', null, 4, 'pc', 4, 0, 9.0000, 0, timestamp '2026-03-01 23:30:00'),
  (21, 2, 'P', 'T-2', null, 5, 'kg', 0, 0, 7.0000, 0, timestamp '2026-03-02 09:00:00'),
  (31, 3, 'P', 'T-2', null, 9, 'kg', 0, 0, 7.0000, 0, timestamp '2026-03-02 10:00:00'),
  (41, 4, 'P', 'T-1', null, 2, 'box', 2, 0, 60.0000, 10.00, timestamp '2026-03-05 10:00:00'),
  (51, 5, 'P', 'T-2', null, 8, 'kg', 8, 0, 7.0000, 0, timestamp '2026-03-06 10:00:00'),
  (61, 6, 'P', 'C-1', null, 1, 'dozen', 1, 0, 18.0000, 0, timestamp '2026-03-09 10:00:00'),
  (71, 7, 'P', 'T-1', null, 4, 'box', 0, 0, 50.0000, 0, timestamp '2026-03-10 10:00:00'),
  (81, 8, 'P', 'T-1S', null, 3, 'kg', 3, 0, 55.0000, 0, timestamp '2026-03-10 20:00:00');
insert into kt_bewegung values
  (1, 'T-1', 10, date '2026-03-01', 'ZUGANG', 100, 100), (2, 'T-1', 10, date '2026-03-05', 'ABGANG', -25, 75),
  (3, 'C-1', 10, date '2026-03-01', 'ZUGANG', 24, 24), (4, 'C-1', 10, date '2026-03-05', 'ABGANG', -24, 0),
  (5, 'C-1', 10, date '2026-03-09', 'RUECK', 12, 12);
insert into kt_bestellung values
  (1, 1, 10, 7, 'T-1', date '2026-02-05', 100, date '2026-02-28', date '2026-03-01', 100),
  (2, 1, 10, 8, 'C-1', date '2026-03-06', 48, date '2026-03-20', null, 0);
insert into kt_meldebestand values ('T-1', 10, 20, 120), ('C-1', 10, 24, 96);
insert into kt_preis values
  (1, 'T-1', date '2026-01-01', date '2026-03-31', 5.2000, 'EUR', 'N', null),
  (2, 'T-1', date '2026-04-01', null, 5.4000, 'EUR', 'N', null),
  (3, 'C-1', date '2026-03-10', date '2026-03-16', 1.2000, 'EUR', 'J', 'Spring of cups');
