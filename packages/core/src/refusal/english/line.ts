/** What is wrong with a line, a cell or an element of a file that was read; and with a table as a whole. */
export const LINE = {
  'found-in-file': 'In the file: {{found}}.',
  'quoted-in-english': 'In its own words: {{quote}}.',
  'file-column-twice': 'This column stands twice: {{name}}. Remove or rename one.',
  'file-kind-not-said': 'This is a table, and nothing says of what kind its rows are. Say which.',
  'file-no-such-kind':
    'There is no such kind of record: {{seen}}. Say of which kind the rows of the table are.',
  'file-no-name-column': 'No column is the name or the id of a record. The table has: {{choices}}.',
  'mapping-no-column': 'The table has no such column: {{name}}. It has: {{choices}}.',
  'file-no-workbook': 'The file cannot be read as a workbook (.xlsx).',
  'file-workbook-empty': 'The workbook has no filled cell.',
  'file-workbook-too-large':
    'The workbook is too large: unpacked, at most {{most}} MiB are read. Save the table as CSV.',
  'file-broken-zip': 'This is a broken ZIP archive; expected a workbook (.xlsx) or a table as CSV.',
  'file-no-xlsx': 'This is an archive and no workbook (.xlsx); save the table as .xlsx or CSV.',
  'file-quotation-open': 'The file is not CSV: the quotation that opens here is never closed.',
  'file-quotation-goes-on':
    'The file is not CSV: the quotation that opens here is followed by more than a separator.',
  'line-cells': 'Cells in this row: {{count}}. In the header: {{most}}.',
  'line-twice': 'This stands in the file twice: {{seen}}. The first one was read.',
  'line-no-row-number': 'The id of this row is no whole number: {{seen}}.',
  'line-no-word': 'This word is not known here: {{seen}}.',
  'line-not-among': 'This word is not known here: {{seen}}. Expected: {{choices}}.',
  'line-no-date': 'This is no date of the calendar: {{seen}}. Expected YYYY, YYYY-MM or YYYY-MM-DD.',
  'line-date-either-way':
    'This is no date: {{seen}}. Expected YYYY, YYYY-MM or YYYY-MM-DD. Where a day and a month could be either, the mapping says in which order they stand.',
  'line-no-list': 'This is no list: {{seen}}. Expected a; b.',
  'line-no-yes-or-no': 'This is neither yes nor no: {{seen}}.',
  'line-no-number':
    'This is no number: {{seen}}. Expected digits with a point, without separators of thousands.',
  'line-no-money':
    'This is no sum of money: {{seen}}. Expected a currency, a number, where known a year and what it covers: EUR 1200000 (2019).',
  'line-no-record': 'This is no record: {{seen}}. Expected: {{choices}}.',
  'line-no-parts': 'Expected an object of named parts, as JSON.',
  'line-no-place':
    'This is the name or the code of no place that is known here: {{seen}}. Expected a name or a code, or a word of the mapping.',
  'line-several-places': 'This may be more than one place: {{seen}}. Say which: {{choices}}.',
  'line-no-country': 'This is the name or the code of no country: {{seen}}.',
  'line-without-name': 'The row has neither a name nor an id.',
  'line-without-id': 'There is no id by which it could be found again.',
  'line-lacks': 'This is missing: {{name}}. What it belongs to is left out.',
  'line-withdrawn':
    'The file says it anew ({{seen}}); it was withdrawn here on {{day}} by {{party}}, and is left out.',
  'line-in-the-future': 'It is said to have happened, and lies in the future: {{day}}.',
  'line-ends-before-it-starts': 'The end, {{day}}, lies before the start, {{since}}.',
  'line-no-sum': 'Here stands no sum.',
  'line-no-currency': 'The sum has no currency: neither the value nor the activity names one.',
  'line-no-share': 'This is no share in per cent: {{seen}}. Expected 0 to 100.',
  'line-votes-twice': 'This country votes twice in one roll call: {{seen}}. The first vote was read.',
  'line-no-stix': 'This is no STIX object.',
  'line-more-faults': 'More faults of structure in it: {{count}}.',
  'xml-lacks-attribute': 'This attribute is missing: {{name}}.',
  'xml-unknown-attribute': 'IATI 2.03 does not know this attribute here: {{name}}.',
  'xml-attribute-value':
    'The attribute {{name}} holds {{seen}}; expected the type {{choices}} of XML Schema.',
  'xml-text-value': 'Here stands {{seen}}; expected the type {{choices}} of XML Schema.',
  'xml-text-of-its-own': 'Here stands text of its own; expected elements only.',
  'xml-no-element-here': 'Here stands the element {{name}}; expected text alone.',
  'xml-unknown-element': 'IATI 2.03 does not know this element here: {{name}}.',
  'xml-element-twice': 'This element may stand here only once: {{name}}.',
  'xml-element-too-late': 'The element {{name}} stands behind {{seen}}; expected before it.',
  'xml-element-behind-others':
    'The element {{name}} stands behind elements that are not of IATI; expected before them.',
  'xml-lacks-element': 'This element is missing: {{name}}.',
  'xml-foreign-attribute': 'No attribute of another namespace may stand here: {{name}}.',
} as const
