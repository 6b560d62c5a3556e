/**
 * Ninth step: files of evidence on a server, encrypted before they come here.
 *
 * No reader has a grant on the table: the ledger asks for a file by its statement, which the reader must see. An embedded
 * store keeps them in files beside the journal (`../files/file-folder.ts`), because its database is made anew from there.
 *
 * Next door: `migrations.ts` runs the steps in order.
 */
export const EVIDENCE = [
  `create table demarche.sealed_files (
     statement text collate "C" primary key check (statement ~ '^[0-9a-f]{64}$'),
     item text collate "C" not null,
     key_id text collate "C" not null,
     wrapped_key text not null,
     at text collate "C" not null,
     sealed bytea not null)`,
  `alter table demarche.sealed_files enable row level security`,
  `alter table demarche.sealed_files force row level security`,
  `create policy keeping on demarche.sealed_files using ((select current_user) = 'demarche_keeper')
     with check ((select current_user) = 'demarche_keeper')`,
  `grant select, insert, update, delete on demarche.sealed_files to demarche_keeper`,
]
