/**
 * Third step: many parties at one desk. Roles, need-to-know lists, marking anew, and the limits that TLP:AMBER+STRICT
 * and TLP:RED bring by themselves.
 *
 * Rules: docs/rules/ledger.md, LED-13 to LED-16. `mayRead` of core says the same in words; a property test holds the two
 * together. Next door: `migrations.ts` runs the steps in order.
 */
const MAY_READ = `
  distribution <= (select nullif(current_setting('demarche.distribution', true), '')::smallint)
  and tlp <= (select nullif(current_setting('demarche.tlp', true), '')::smallint)
  and (releasable_to is null or (select current_setting('demarche.party', true)) = any(releasable_to))
  and (need_to_know is null or need_to_know <@ (select demarche.my_lists()))
  and (select current_setting('demarche.role', true) = any('{analyst,desk-officer,delegate,chair,legal-adviser,auditor,system}'))
  and ((select current_setting('demarche.party', true)) <> 'public'
    or (distribution = 0 and tlp = 0 and releasable_to is null and need_to_know is null))`

const TABLES = ['statements', 'case_parts', 'labels']

export const MANY_PARTIES = [
  // need-to-know lists: which person stands on which, kept in step with the statements about them
  `create table demarche.list_members (list text not null, person text not null, primary key (list, person))`,
  `create index list_members_person on demarche.list_members (person)`,
  `grant select, insert, update, delete on demarche.list_members to demarche_keeper`,
  `create function demarche.my_lists() returns text[]
   language sql stable security definer set search_path = '' as $$
     select coalesce(array_agg(list order by list), '{}') from demarche.list_members
     where person = current_setting('demarche.person', true) $$`,
  // true when it was done; false when there is such a list and the present person does not stand on it
  `create function demarche.set_list_members(list_id text, persons text[]) returns boolean
   language plpgsql security definer set search_path = '' as $$
   begin
     if exists (select from demarche.list_members where list = list_id)
       and not (list_id = any(demarche.my_lists())) then return false; end if;
     delete from demarche.list_members where list = list_id;
     insert into demarche.list_members (list, person) select distinct list_id, unnest(persons);
     return true;
   end $$`,

  ...TABLES.flatMap((table) => [
    `alter table demarche.${table} add column need_to_know text[]`,
    `alter policy clearance on demarche.${table} using (${MAY_READ}) with check (${MAY_READ})`,
  ]),
  `alter table demarche.statements add column remarking text`,

  // what is AMBER+STRICT or RED without named parties stays with the party that asserted it
  `alter table demarche.statements disable trigger only_grows`,
  `alter table demarche.statements no force row level security`,
  `alter table demarche.case_parts no force row level security`,
  `update demarche.statements as s set releasable_to = array[party],
     marking_key = case distribution when 0 then 'PUBLIC' else 'LIMITE' end
       || case tlp when 3 then '|TLP:AMBER+STRICT|' else '|TLP:RED|' end || party
   from (
     select id as strict, replace(body, '\\u0000', '\\u0001')::json->>'assertedBy' as party
     from demarche.statements where tlp >= 3 and releasable_to is null and not erased
   ) as known where s.id = strict`,
  `truncate demarche.labels`,
  `insert into demarche.labels (distribution, tlp, releasable_to, marking_key, digest)
   select distribution, tlp, min(releasable_to), marking_key, bit_xor(demarche.mark(id, erased))
   from demarche.statements group by distribution, tlp, marking_key`,
  // made anew from the statements when the store is opened
  `delete from demarche.case_parts`,
  `alter table demarche.case_parts force row level security`,
  `alter table demarche.statements force row level security`,
  `alter table demarche.statements enable trigger only_grows`,

  `create or replace function demarche.seal_added() returns trigger
   language plpgsql security definer set search_path = '' as $$
   declare
     position bigint; head text; added_id text;
     statements text[] := '{}'; seals text[] := '{}';
   begin
     select seq, seal into position, head from demarche.seals order by seq desc limit 1;
     position := coalesce(position, 0);
     head := coalesce(head, repeat('0', 64));
     for added_id in select id from added order by id loop
       head := encode(sha256(convert_to(head || added_id, 'UTF8')), 'hex');
       statements := statements || added_id;
       seals := seals || head;
     end loop;
     insert into demarche.seals (seq, statement, seal)
       select position + place, statement, seal
       from unnest(statements, seals) with ordinality as u(statement, seal, place);
     insert into demarche.labels as known (distribution, tlp, releasable_to, need_to_know, marking_key, digest)
       select distribution, tlp, min(releasable_to), min(need_to_know), marking_key,
         bit_xor(demarche.mark(id, erased))
       from added group by distribution, tlp, marking_key
       on conflict (marking_key) do update set digest = known.digest # excluded.digest;
     return null;
   end $$`,

  // marking anew: the one other change to a row, and only to what decides who may see it
  `create function demarche.remark(target text, how text, new_distribution smallint, new_tlp smallint,
     new_releasable_to text[], new_need_to_know text[], new_key text) returns void
   language plpgsql security definer set search_path = '' as $$
   declare old_key text; was_erased boolean;
   begin
     perform set_config('demarche.erasing', target, true);
     select marking_key, erased into old_key, was_erased from demarche.statements where id = target;
     update demarche.statements
       set distribution = new_distribution, tlp = new_tlp, releasable_to = new_releasable_to,
         need_to_know = new_need_to_know, marking_key = new_key, remarking = how
       where id = target;
     perform set_config('demarche.erasing', '', true);
     update demarche.labels set digest = digest # demarche.mark(target, was_erased) where marking_key = old_key;
     insert into demarche.labels as known (distribution, tlp, releasable_to, need_to_know, marking_key, digest)
       values (new_distribution, new_tlp, new_releasable_to, new_need_to_know, new_key,
         demarche.mark(target, was_erased))
       on conflict (marking_key) do update set digest = known.digest # excluded.digest;
   end $$`,
  `revoke all on function demarche.my_lists(), demarche.set_list_members(text, text[]),
     demarche.remark(text, text, smallint, smallint, text[], text[], text), demarche.seal_added() from public`,
  `grant execute on function demarche.my_lists() to demarche_reader, demarche_keeper`,
  `grant execute on function demarche.set_list_members(text, text[]) to demarche_reader`,
  `grant execute on function demarche.remark(text, text, smallint, smallint, text[], text[], text)
     to demarche_reader, demarche_keeper`,
]
