/**
 * Thirteenth step: a marking label counts what stands under it and how often that changed.
 *
 * A label's digest is an exclusive or, and somebody who records a few hundred statements can choose them so that they cancel out
 * in it. The counts only rise with each of them, so that nothing that is kept passes for the present state.
 *
 * The rows by which records are found go, and are made anew after this step: those of cases say when a case was.
 *
 * Next door: `migrations.ts` runs the steps in order; `../ledger/kept-by-label.ts` asks.
 */
export const LABEL_CHANGES = [
  `alter table demarche.labels
     add column holds bigint not null default 0, add column changes bigint not null default 0`,
  `alter table demarche.statements no force row level security`,
  `update demarche.labels as l set holds = s.count, changes = s.count
   from (select marking_key, count(*) from demarche.statements group by marking_key) as s
   where l.marking_key = s.marking_key`,
  `alter table demarche.statements force row level security`,

  `truncate demarche.record_parts, demarche.record_facets`,

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
     insert into demarche.labels as known
         (distribution, tlp, releasable_to, need_to_know, marking_key, digest, holds, changes)
       select distribution, tlp, min(releasable_to), min(need_to_know), marking_key,
         bit_xor(demarche.mark(id, erased)), count(*), count(*)
       from added group by distribution, tlp, marking_key
       on conflict (marking_key) do update set digest = known.digest # excluded.digest,
         holds = known.holds + excluded.holds, changes = known.changes + excluded.changes;
     return null;
   end $$`,

  `create or replace function demarche.erase(statement_id text, tombstone text) returns boolean
   language plpgsql security definer set search_path = '' as $$
   declare found_key text;
   begin
     perform set_config('demarche.erasing', statement_id, true);
     update demarche.statements
       set body = tombstone, erased = true, source_date = null
       where id = statement_id and not erased returning marking_key into found_key;
     perform set_config('demarche.erasing', '', true);
     update demarche.labels
       set digest = digest # demarche.erasure_mark(statement_id), changes = changes + 1
       where marking_key = found_key;
     return found_key is not null;
   end $$`,

  `create or replace function demarche.remark(target text, how text, new_distribution smallint, new_tlp smallint,
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
     update demarche.labels set digest = digest # demarche.mark(target, was_erased),
         holds = holds - 1, changes = changes + 1
       where marking_key = old_key;
     insert into demarche.labels as known
         (distribution, tlp, releasable_to, need_to_know, marking_key, digest, holds, changes)
       values (new_distribution, new_tlp, new_releasable_to, new_need_to_know, new_key,
         demarche.mark(target, was_erased), 1, 1)
       on conflict (marking_key) do update set digest = known.digest # excluded.digest,
         holds = known.holds + 1, changes = known.changes + 1;
   end $$`,
]
