-- From Odoo 15 to 16: names in languages, the kind of invoice lines, vendors, rules, and loyalty in the place of coupons.
alter table product_template alter column name type jsonb using jsonb_build_object('en_US', name, 'de_DE', name || ' (de)');
alter table product_pricelist alter column name type jsonb using jsonb_build_object('en_US', name);
alter table uom_uom alter column name type jsonb using jsonb_build_object('en_US', name);
update account_move_line set display_type = case when exclude_from_invoice_tab then 'payment_term' else 'product' end
where display_type is null;
alter table account_move_line drop column exclude_from_invoice_tab;
alter table product_supplierinfo rename column name to partner_id;
alter table stock_production_lot rename to stock_lot;
alter table stock_rule rename column location_id to location_dest_id;
alter table coupon_reward rename to loyalty_reward;
alter table coupon_program rename to loyalty_program;
