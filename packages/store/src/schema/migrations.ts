/**
 * How the database is laid out, step by step, and what it refuses: the law of the ledger in the engine's own terms.
 *
 * Statements may be added and read, never changed; who reads what follows from the marking and the reader's clearance;
 * each addition is sealed in a hash chain in the same transaction. Erasure is the one exception, by its own function.
 *
 * Rules: docs/rules/ledger.md, LED-01 to LED-05. Next door: `tables.ts` types the tables.
 */
import { type Kysely, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Database } from '../engine/open-database.ts'
import { WITHDRAWALS } from './0002-withdrawals.ts'
import { MANY_PARTIES } from './0003-many-parties.ts'
import { AUDIT } from './0004-audit.ts'
import { ID_CHECK } from './0005-id-check.ts'
import { REMARKED } from './0006-remarked.ts'
import { PORTFOLIO } from './0007-portfolio.ts'
import { OPEN_RECORDS } from './0008-open-records.ts'
import { EVIDENCE } from './0009-evidence.ts'
import { OPEN_POINTS } from './0010-open-points.ts'
import { TIED_RECORDS } from './0011-tied-records.ts'
import { LATELY } from './0012-lately.ts'
import { LABEL_CHANGES } from './0013-label-changes.ts'
import { SINCE } from './0014-since.ts'
import { SHOWN_TO } from './0015-shown-to.ts'
import { CHANGED_RECORDS } from './0016-changed-records.ts'

const MAY_READ = `
  distribution <= (select nullif(current_setting('demarche.distribution', true), '')::smallint)
  and tlp <= (select nullif(current_setting('demarche.tlp', true), '')::smallint)
  and (releasable_to is null or (select current_setting('demarche.party', true)) = any(releasable_to))`

const IS_KEEPER = `(select current_user) = 'demarche_keeper'`

const MARKING = `
  distribution smallint not null check (distribution between 0 and 1),
  tlp smallint not null check (tlp between 0 and 4),
  releasable_to text[],
  marking_key text collate "C" not null`

const FIRST = [
  `do $$ begin
     create role demarche_reader nologin;
   exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin
     create role demarche_keeper nologin;
   exception when duplicate_object or unique_violation then null; end $$`,
  `grant demarche_reader, demarche_keeper to current_user`,
  `grant usage on schema demarche to demarche_reader, demarche_keeper`,

  `create table demarche.statements (
     id text collate "C" primary key check (id ~ '^[0-9a-f]{64}$'),
     entity text collate "C" not null,
     kind text collate "C" not null,
     body text not null,
     content_hash text collate "C" not null,
     asserted_at text collate "C" not null,
     source_date text collate "C",
     withdraws text[],
     erased boolean not null default false,
     ${MARKING})`,
  `create index statements_entity on demarche.statements (entity)`,
  `create index statements_content on demarche.statements (content_hash)`,
  `create index statements_withdraws on demarche.statements (entity) where withdraws is not null`,
  `create index statements_erased on demarche.statements (id) where erased`,

  `create table demarche.seals (
     seq bigint primary key,
     statement text collate "C" not null unique,
     seal text collate "C" not null)`,

  // A label's digest is the exclusive or of these over all that stands under it: it follows from what is there, not
  // from how or when it came.
  `create function demarche.erasure_mark(id text) returns bit(256) language sql immutable as $$
     select ('x' || encode(sha256(convert_to('erased' || id, 'UTF8')), 'hex'))::bit(256) $$`,
  `create function demarche.mark(id text, erased boolean) returns bit(256) language sql immutable as $$
     select ('x' || id)::bit(256) # case when erased then demarche.erasure_mark(id) else repeat('0', 256)::bit(256) end $$`,
  `create table demarche.labels (digest bit(256) not null, ${MARKING}, primary key (marking_key))`,

  `create table demarche.case_parts (
     entity text collate "C" not null,
     name text, name_sort text collate "C", name_rank text collate "C",
     start_date text collate "C", start_rank text collate "C",
     disclosed_date text collate "C", disclosed_rank text collate "C",
     member_states text[] not null,
     target_countries text[] not null,
     answers text[] not null,
     search text not null,
     statements integer not null,
     recorded_at text collate "C" not null,
     crosses boolean not null,
     ${MARKING},
     primary key (entity, marking_key))`,
  `create index case_parts_crosses on demarche.case_parts (entity) where crosses`,

  // who may see what
  ...['statements', 'case_parts', 'labels'].flatMap((table) => [
    `alter table demarche.${table} enable row level security`,
    `create policy clearance on demarche.${table} to demarche_reader using (${MAY_READ}) with check (${MAY_READ})`,
    // by name and not by membership: a login that may become the keeper sees nothing until it does
    `create policy keeping on demarche.${table} using (${IS_KEEPER}) with check (${IS_KEEPER})`,
  ]),
  `alter table demarche.statements force row level security`,
  `alter table demarche.case_parts force row level security`,
  `grant select, insert on demarche.statements to demarche_reader, demarche_keeper`,
  `grant select, insert, update, delete on demarche.case_parts to demarche_reader, demarche_keeper`,
  `grant select on demarche.labels to demarche_reader, demarche_keeper`,
  `grant select on demarche.seals to demarche_keeper`,

  // nothing recorded is ever changed
  `create function demarche.refuse_change() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and tg_table_name = 'statements' then
       if current_setting('demarche.erasing', true) = old.id then return new; end if;
     end if;
     raise exception 'the ledger only grows: % of %.% is refused (LED-01)', lower(tg_op), tg_table_schema, tg_table_name
       using errcode = 'restrict_violation',
             hint = 'correct a statement with another one that supersedes or retracts it';
   end $$`,
  ...['statements', 'seals'].flatMap((table) => [
    `create trigger only_grows before update or delete on demarche.${table}
     for each row execute function demarche.refuse_change()`,
    `create trigger never_emptied before truncate on demarche.${table}
     for each statement execute function demarche.refuse_change()`,
  ]),

  // every addition is sealed
  `create function demarche.seal_added() returns trigger language plpgsql security definer set search_path = '' as $$
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
     insert into demarche.labels as known (distribution, tlp, releasable_to, marking_key, digest)
       select distribution, tlp, min(releasable_to), marking_key,
         bit_xor(demarche.mark(id, erased))
       from added group by distribution, tlp, marking_key
       on conflict (marking_key) do update set digest = known.digest # excluded.digest;
     return null;
   end $$`,
  `create trigger sealed after insert on demarche.statements
   referencing new table as added for each statement execute function demarche.seal_added()`,

  // lawful erasure
  `create policy erasure on demarche.statements to current_user
     using (current_setting('demarche.erasing', true) = id) with check (current_setting('demarche.erasing', true) = id)`,
  `create function demarche.erase(statement_id text, tombstone text) returns boolean
   language plpgsql security definer set search_path = '' as $$
   declare found_key text;
   begin
     perform set_config('demarche.erasing', statement_id, true);
     update demarche.statements
       set body = tombstone, erased = true, source_date = null, withdraws = null
       where id = statement_id and not erased returning marking_key into found_key;
     perform set_config('demarche.erasing', '', true);
     update demarche.labels
       set digest = digest # demarche.erasure_mark(statement_id)
       where marking_key = found_key;
     return found_key is not null;
   end $$`,
  `revoke all on function demarche.erase(text, text), demarche.seal_added() from public`,
  `grant execute on function demarche.erase(text, text) to demarche_keeper`,
]

const step = (commands: readonly string[]): Migration => ({
  async up(database: Kysely<unknown>) {
    for (const command of commands) await sql.raw(command).execute(database)
  },
})

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ledger': step(FIRST),
  '0002-withdrawals': step(WITHDRAWALS),
  '0003-many-parties': step(MANY_PARTIES),
  '0004-audit': step(AUDIT),
  '0005-id-check': step(ID_CHECK),
  '0006-remarked': step(REMARKED),
  '0007-portfolio': step(PORTFOLIO),
  '0008-open-records': step(OPEN_RECORDS),
  '0009-evidence': step(EVIDENCE),
  '0010-open-points': step(OPEN_POINTS),
  '0011-tied-records': step(TIED_RECORDS),
  '0012-lately': step(LATELY),
  '0013-label-changes': step(LABEL_CHANGES),
  '0014-since': step(SINCE),
  '0015-shown-to': step(SHOWN_TO),
  '0016-changed-records': step(CHANGED_RECORDS),
}

const provider: MigrationProvider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) }

/** The records were laid out by a later version of this program, which alone knows what stands in them. */
export class NewerRecordsError extends Error {
  constructor(unknownStep: string) {
    super(
      `The records were laid out by a newer Demarche (step ${unknownStep} is not known here). Start that version, or use other records. Nothing was changed. (LED-20)`,
    )
    this.name = 'NewerRecordsError'
  }
}

/**
 * Brings the database to the present layout; does nothing when it already has it.
 * @param name the layout to stop at instead
 * @returns true when it was changed: what is derived from the statements must then be made anew
 * @throws NewerRecordsError; the database's own error when the login may not create tables or roles
 */
export async function migrate(database: Database, name?: string): Promise<boolean> {
  const migrator = new Migrator({ db: database, provider, migrationTableSchema: 'demarche' })
  const known = await stepsTaken(database)
  const unknown = known.find((taken) => !Object.hasOwn(MIGRATIONS, taken))
  if (unknown !== undefined) throw new NewerRecordsError(unknown)
  const { error, results = [] } = await (name === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(name))
  if (error) throw error
  return results.length > 0
}

async function stepsTaken(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ laid: boolean }>`
    select to_regclass('demarche.kysely_migration') is not null as laid`.execute(database)
  if (!rows[0]?.laid) return []
  const taken = await sql<{ name: string }>`
    select name from demarche.kysely_migration order by name`.execute(database)
  return taken.rows.map(({ name }) => name)
}
