/** What the standard ruleset of IATI asks of an activity. Elements and attributes are called as IATI calls them, by paths of XML. */
export const IATI_RULES = {
  'iati-rule': 'IATI rule {{iatiRule}}.',
  'more-of-the-kind': 'More of the kind: {{more}}.',
  'iati-none-of': 'The element {{name}} has none of these; expected at least one: {{choices}}.',
  'iati-no-start': 'There is neither a planned nor an actual start.',
  'iati-no-text': 'The element {{name}} holds no text.',
  'iati-lacks-with': 'With {{seen}}, this is expected and missing: {{name}}.',
  'iati-no-number-with': 'With {{seen}}, a number is expected, and this is none: {{name}}.',
  'iati-not-with': 'With {{seen}}, this may not stand here: {{name}}.',
  'iati-others-have-one':
    'Other transactions of the activity have one of these, and this one has none: {{choices}}.',
  'iati-in-several':
    'This may stand in only one of these elements and stands in several ({{choices}}): {{name}}.',
  'iati-not-of-dac': 'This stands here with other vocabularies and not with that of OECD DAC: {{name}}.',
  'iati-twice-of-vocabulary': 'With the vocabulary {{seen}}, this may stand here only once: {{name}}.',
  'iati-ends-before-it-starts': 'The end in {{name}} ({{day}}) lies before the start ({{since}}).',
  'iati-in-the-future': 'The date in {{name}} lies in the future: {{day}}.',
  'iati-longer-than-a-year': 'The budget covers more than a year: {{since}} to {{day}}.',
  'iati-lacks-percentage':
    'Where several of these stand, each has a percentage, and this one has none: {{choices}}.',
  'iati-percentages-sum': 'The percentages add up to {{percent}} and not to 100: {{choices}}.',
  'iati-percentage-of-one':
    'Where only one of these stands, its percentage is 100 or left out; here it is {{percent}}: {{choices}}.',
  'iati-no-percentage': 'The percentage of {{name}} is {{percent}}; expected 0 to 100.',
  'iati-identifier-elsewhere':
    'The identifier does not begin with the reference of the reporting organisation: {{seen}}.',
  'iati-identifier-unhyphened':
    'In the identifier, a hyphen and more are expected behind the reference of the reporting organisation: {{seen}}.',
  'iati-identifier-of-organisation': 'The identifier is that of the reporting organisation itself: {{seen}}.',
  'iati-blanks-around': 'Blanks stand around the value of {{name}}: “{{seen}}”.',
  'iati-signs-in': 'The value of {{name}} holds one of these signs ({{choices}}): {{seen}}.',
} as const
