/**
 * What a reader and another party see both is one more way to read: `demarche.party` then names the two with a comma between them,
 * and what is released to some parties alone is seen where both are among those. Who reads for one party sees what they saw before.
 *
 * Rules: docs/rules/access.md, ACS-09; docs/rules/ledger.md, LED-04. Next door: `migrations.ts` runs the steps in order;
 * `../engine/session.ts` says who reads.
 */
const PARTIES = `(select string_to_array(nullif(current_setting('demarche.party', true), ''), ','))`

const MAY_READ = `
  distribution <= (select nullif(current_setting('demarche.distribution', true), '')::smallint)
  and tlp <= (select nullif(current_setting('demarche.tlp', true), '')::smallint)
  and (releasable_to is null or releasable_to @> ${PARTIES})
  and (need_to_know is null or need_to_know <@ (select demarche.my_lists()))
  and (select current_setting('demarche.role', true) = any('{analyst,desk-officer,delegate,chair,legal-adviser,auditor,system}'))
  and ('public' <> all(${PARTIES}::text[])
    or (distribution = 0 and tlp = 0 and releasable_to is null and need_to_know is null))`

export const SHOWN_TO = ['statements', 'case_parts', 'labels'].map(
  (table) => `alter policy clearance on demarche.${table} using (${MAY_READ}) with check (${MAY_READ})`,
)
