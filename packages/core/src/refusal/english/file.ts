/** Why a whole file cannot be read. */
export const FILE = {
  'file-not-utf8': 'The file is no text in UTF-8; save it as UTF-8.',
  'file-packed': 'The file is packed; save what is in it as a file of text in UTF-8.',
  'file-larger-than-read': 'The file is too large: at most {{most}} MiB are read. Split it.',
  'file-backup': 'The file is a backup of all records; demarche restore reads it, into an empty data folder.',
  'file-no-format':
    'This format is not read here: expected a file of cases (JSON), EuRepoC (CSV), a STIX 2.1 bundle, IATI activities (XML) or a table of records (CSV, XLSX).',
  'file-no-cases': 'The list of cases is empty; expected at least one case.',
  'file-column-missing': 'This column is missing: {{name}}.',
  'file-no-rows': 'The file has a header and no rows.',
  'file-not-xml': 'This is no well-formed XML, as IATI asks for.',
  'file-nested-too-deep': 'The file is nested more than {{most}} levels deep.',
  'file-no-activity': 'The file holds no iati-activity; expected one or more within iati-activities.',
  'file-iati-version': 'This version of IATI is not read: {{seen}}. Expected 1.01 to 1.05 or 2.01 to 2.03.',
  'file-not-json': 'The file is not JSON.',
  'file-half-a-character': 'Here stands half a character or none; expected text.',
  'file-older-stix': 'The file is older than STIX 2.1; convert it with stix2-elevator.',
  'file-nothing-for-a-case':
    'The file holds nothing that could be a case; expected an incident, a campaign or a report.',
  'file-kind-not-here': 'The file holds a kind of record that this desk does not have.',
} as const
