/** Activities of IATI written by hand for tests: one that breaks no rule, and the same with parts of it replaced. */

const PARTS = {
  identifier: '<iati-identifier>XX-1-COURSE</iati-identifier>',
  reporting: '<reporting-org ref="XX-1" type="10"><narrative>Ministry</narrative></reporting-org>',
  title: '<title><narrative>Course</narrative></title>',
  description: '<description><narrative>Prosecutors lead cases.</narrative></description>',
  organisations: '<participating-org role="1" ref="XX-1"/>',
  identifiers: '',
  status: '<activity-status code="2"/>',
  dates: '<activity-date type="1" iso-date="2024-01-01"/>',
  contact: '',
  places: '<recipient-country code="GE"/>',
  locations: '',
  sectors: '<sector code="15130"/>',
  /** whatever stands behind the sectors, in the order of the standard */
  rest: '',
}

export type ActivityParts = Partial<Record<keyof typeof PARTS, string>>

/** A file with one activity, part by part on a line of its own: the activity begins on line 2, the identifier on line 3. */
export function iatiFile(
  parts: ActivityParts = {},
  { of = 'xml:lang="en" default-currency="EUR"', around = 'version="2.03"', behind = '' } = {},
): string {
  const lines = Object.values({ ...PARTS, ...parts }).filter((line) => line !== '')
  return [
    `<iati-activities ${around}>`,
    `<iati-activity ${of}>`,
    ...lines,
    '</iati-activity>',
    `${behind}</iati-activities>`,
  ].join('\n')
}
