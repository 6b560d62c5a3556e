/**
 * The structure of an activity in version 2.03 of the IATI standard: which elements stand where, how often, in which order,
 * and what their attributes and texts may be.
 *
 * One line an element. Attributes: `name` any text, `name:type`, `!` required. Children in their order: `name` exactly one,
 * `?` at most one, `*` any number, `+` one or more; `name=shape` where the shape has another name. `text:type` is what the
 * element itself holds. Attributes of other namespaces are allowed unless the line begins with `closed`. Versions 2.01 and
 * 2.02 are read by the same table: 2.03 only adds to them.
 *
 * Rests on: iati-activities-schema.xsd and iati-common.xsd of the IATI standard, release 2.03 of 19 February 2018.
 * Next door: `check-structure.ts`, `simple-types.ts`.
 */

const CODE = 'code!'
const TEXTS = '| narrative+'
const ORGANISATION = 'ref type | narrative*'
const DAY = 'iso-date:date!'

export const IATI_STRUCTURE: Readonly<Record<string, string>> = {
  'iati-activities': 'version! generated-datetime:dateTime linked-data-default:anyURI | iati-activity+',
  'iati-activity':
    'last-updated-datetime:dateTime default-currency humanitarian:boolean hierarchy:int linked-data-uri:anyURI ' +
    'budget-not-provided | iati-identifier reporting-org title description+ participating-org+ other-identifier* ' +
    'activity-status activity-date+ contact-info* activity-scope? recipient-country* recipient-region* location* ' +
    'sector* tag* country-budget-items? humanitarian-scope* policy-marker* collaboration-type? default-flow-type? ' +
    'default-finance-type? default-aid-type* default-tied-status? budget* planned-disbursement* capital-spend? ' +
    'transaction* document-link* related-activity* legacy-data* conditions? result* crs-add? fss?',
  'iati-identifier': 'text:string',
  narrative: 'text:string',
  'reporting-org': 'ref! type! secondary-reporter:boolean | narrative+',
  title: TEXTS,
  description: `type ${TEXTS}`,
  texts: TEXTS,
  'participating-org': 'ref type role! activity-id crs-channel-code | narrative*',
  'other-identifier': 'ref! type! | owner-org?',
  'owner-org': 'ref | narrative*',
  'activity-status': CODE,
  'activity-date': `type! ${DAY} | narrative*`,
  'contact-info':
    'type | organisation?=texts department?=texts person-name?=texts job-title?=texts telephone*=string ' +
    'email*=string website*=uri mailing-address*=texts',
  string: 'text:string',
  uri: 'text:anyURI',
  plain: 'closed text:string',
  'activity-scope': CODE,
  'recipient-country': 'code! percentage:decimal | narrative*',
  'recipient-region': 'code! vocabulary vocabulary-uri:anyURI percentage:decimal | narrative*',
  location:
    'ref | location-reach?=code location-id*=coded name?=texts description?=texts activity-description?=texts ' +
    'administrative* point? exactness?=code location-class?=code feature-designation?=code',
  code: CODE,
  coded: 'code! vocabulary!',
  administrative: 'code! vocabulary! level:nonNegativeInteger',
  point: 'srsName! | pos=plain',
  sector: 'vocabulary vocabulary-uri:anyURI code! percentage:decimal | narrative*',
  tag: 'vocabulary! vocabulary-uri:anyURI code! | narrative*',
  'country-budget-items': 'vocabulary! | budget-item+',
  'budget-item': 'code! percentage:decimal | description?=texts',
  'humanitarian-scope': 'type! vocabulary! vocabulary-uri:anyURI code! | narrative*',
  'policy-marker': 'vocabulary vocabulary-uri:anyURI code! significance | narrative*',
  'collaboration-type': CODE,
  'default-flow-type': CODE,
  'default-finance-type': CODE,
  'default-aid-type': 'code! vocabulary',
  'default-tied-status': CODE,
  budget: 'type status | period-start=day period-end=day value',
  day: DAY,
  value: 'currency value-date:date! text:decimal',
  'planned-disbursement': 'type | period-start=day period-end?=day value provider-org? receiver-org?',
  'provider-org': `provider-activity-id ${ORGANISATION}`,
  'receiver-org': `receiver-activity-id ${ORGANISATION}`,
  'capital-spend': 'percentage:decimal!',
  transaction:
    'ref humanitarian:boolean | transaction-type=code transaction-date=day value description?=texts provider-org? ' +
    'receiver-org? disbursement-channel?=code sector*=transaction-sector recipient-country?=transaction-country ' +
    'recipient-region?=transaction-region flow-type?=code finance-type?=code aid-type*=default-aid-type ' +
    'tied-status?=code',
  'transaction-sector': 'vocabulary vocabulary-uri:anyURI code! | narrative*',
  'transaction-country': 'code! | narrative*',
  'transaction-region': 'code! vocabulary vocabulary-uri:anyURI | narrative*',
  'document-link':
    'url:anyURI! format! | title description?=texts category+=code language*=code document-date?=day',
  'related-activity': 'closed ref! type!',
  'legacy-data': 'closed name! value! iati-equivalent:NMTOKEN',
  conditions: 'attached:boolean! | condition*',
  condition: `closed type! ${TEXTS}`,
  result:
    'type! aggregation-status:boolean | title description?=texts document-link* reference*=result-reference indicator+',
  'result-reference': 'vocabulary! code! vocabulary-uri:anyURI',
  indicator:
    'measure! ascending:boolean aggregation-status:boolean | title description?=texts document-link* ' +
    'reference*=indicator-reference baseline* period*',
  'indicator-reference': 'vocabulary! code! indicator-uri:anyURI',
  baseline:
    'year:positiveInteger! iso-date:date value | location*=result-location dimension* document-link* comment?=texts',
  'result-location': 'ref',
  dimension: 'name value',
  period: '| period-start=day period-end=day target*=measured actual*=measured',
  measured: 'closed value | location*=result-location dimension* comment?=texts document-link*',
  'crs-add': '| other-flags* loan-terms? loan-status? channel-code?=plain',
  'other-flags': 'code! significance:boolean!',
  'loan-terms':
    'rate-1:decimal rate-2:decimal | repayment-type?=code repayment-plan?=code commitment-date?=day ' +
    'repayment-first-date?=day repayment-final-date?=day',
  'loan-status':
    'year:decimal! currency value-date:date! | interest-received?=decimal principal-outstanding?=decimal ' +
    'principal-arrears?=decimal interest-arrears?=decimal',
  decimal: 'closed text:decimal',
  fss: 'extraction-date:date! priority:boolean phaseout-year:decimal | forecast*',
  forecast: 'year:decimal! currency value-date:date text:decimal',
}

/**
 * Elements that the schema also knows by themselves: within an element of another namespace, where anything may stand, one
 * of these must still have its own structure. Each by its line in the table.
 */
export const IATI_BY_THEMSELVES: ReadonlyMap<string, string> = new Map([
  ...[
    'iati-activities', 'iati-activity', 'iati-identifier', 'narrative', 'title', 'reporting-org', 'participating-org',
    'other-identifier', 'activity-status', 'activity-date', 'contact-info', 'activity-scope', 'recipient-country',
    'recipient-region', 'location', 'sector', 'tag', 'country-budget-items', 'humanitarian-scope', 'policy-marker',
    'collaboration-type', 'default-flow-type', 'default-finance-type', 'default-aid-type', 'default-tied-status', 'budget',
    'planned-disbursement', 'capital-spend', 'transaction', 'related-activity', 'legacy-data', 'conditions', 'result',
    'crs-add', 'fss', 'dimension',
  ].map((name) => [name, name] as const),
  ['description', 'texts'],
  ['comment', 'texts'],
]) // prettier-ignore
