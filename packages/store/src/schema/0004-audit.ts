/**
 * Fourth step: the audit log. It only grows, is a hash chain of its own, and auditors alone read it.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `../audit/audit-log.ts` writes it.
 */
export const AUDIT = [
  `create table demarche.audit_entries (
     seq bigint primary key,
     at text collate "C" not null,
     person text not null,
     verb text not null,
     target text,
     outcome text not null,
     entry text not null,
     seal text collate "C" not null)`,
  `alter table demarche.audit_entries enable row level security`,
  `create policy auditing on demarche.audit_entries for select to demarche_reader
     using ((select current_setting('demarche.role', true)) = 'auditor')`,
  `create policy keeping on demarche.audit_entries
     using ((select current_user) = 'demarche_keeper') with check ((select current_user) = 'demarche_keeper')`,
  `alter table demarche.audit_entries force row level security`,
  `grant select on demarche.audit_entries to demarche_reader`,
  `grant select, insert on demarche.audit_entries to demarche_keeper`,
  `create trigger only_grows before update or delete on demarche.audit_entries
   for each row execute function demarche.refuse_change()`,
  `create trigger never_emptied before truncate on demarche.audit_entries
   for each statement execute function demarche.refuse_change()`,
]
