/** Where in a file a fault lies, in English; the names of the format itself (elements, columns, pointers) are said as they are. */
export const PLACES = {
  file: 'file',
  header: 'header',
  sheet: 'sheet {{seen}}',
  row: 'row {{seen}}',
  line: 'line {{seen}}',
  column: 'column {{seen}}',
  byte: 'byte {{seen}}',
  case: 'case {{seen}}',
  incident: 'incident {{seen}}',
  'roll-call': 'roll call {{seen}}',
  statement: 'statement {{seen}}',
  mapping: 'mapping',
} as const
