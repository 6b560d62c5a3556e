/** What does not fit a form or an address, by the kinds of fault that a schema finds. */
export const FORM = {
  'not-on-record': 'Nothing that you may see is on record here under this address: {{seen}}.',
  'form-missing': 'It is missing.',
  'form-empty': 'It is empty; expected some text.',
  'form-too-short': 'It is too short; expected at least {{least}} characters.',
  'form-too-long': 'It is too long; expected at most {{most}} characters.',
  'form-too-few': 'There are too few; expected at least {{least}}.',
  'form-too-many': 'There are too many; expected at most {{most}}.',
  'form-too-small': 'It is too small; expected {{least}} or more.',
  'form-too-large': 'It is too large; expected {{most}} or less.',
  'form-no-date': 'It is no date; expected year, month and day, such as 2026-11-28.',
  'form-no-instant': 'It is no date with a time.',
  'form-no-email': 'It is no e-mail address.',
  'form-no-link': 'It is no address of a page; expected one that begins with https://.',
  'form-no-partial-date':
    'It is no date of the calendar; expected YYYY, YYYY-MM or YYYY-MM-DD, such as 2026, 2026-11 or 2026-11-28.',
  'form-no-country': 'It is no code of a country; expected two letters such as GR or GB, EU or *.',
  'form-no-place':
    'It is no code of a place; expected that of a country, an organisation or a region, such as GR, NATO or *.',
  'form-no-currency': 'It is no code of a currency; expected three letters such as EUR.',
  'form-no-address':
    'It is no address; expected one that begins with https://, http:// or mailto:, without blanks.',
  'form-no-record': 'It is no record of a kind that is expected here.',
  'form-as-asked': 'It is not written as expected: {{name}}.',
  'form-wrong-shape': 'It is not written as expected.',
  'form-no-number': 'It is no number.',
  'form-no-whole-number': 'It is no whole number.',
  'form-no-text': 'It is no text.',
  'form-wrong-kind': 'It is not of the kind that is expected here.',
  'form-not-among': 'It is none of what can be chosen: {{choices}}.',
  'form-not-known-here': 'It is not known here; leave it out.',
} as const
