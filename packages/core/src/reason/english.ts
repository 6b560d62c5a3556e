/**
 * The English sentence of each reason that the core composes; the names of the places say what is filled in.
 *
 * Next door: `reason-words.ts` has the kinds of the values; the other languages are in `texts/<code>.json`.
 */
export const ENGLISH = {
  // why a dimension has its level
  'level.rated': 'Rated {{level}}: {{reason}}',
  'level.notSettled': 'Nothing on record settles any level. It would rest on: {{asked}}.',
  'level.reached': 'Level {{level}} ({{anchor}}): {{facts}}.',
  'level.noneAbove': 'No level above {{level}} is supported by the facts on record.',
  'level.couldBe': 'Could be up to {{level}}; open: {{asked}}.',
  'level.noReason': 'no reason on record',

  // facts inside a reason
  'fact.property': '{{property}}',
  'fact.value': '{{property}}: {{value}}',
  'fact.contested': '{{property}} ({{value}})',
  'value.contested': 'sources differ: {{values}}',
  'value.unknown': 'not known',

  // what a dimension carries
  'carries.unknown': '{{dimension}} is unknown.',
  'carries.contested': '{{dimension}} is contested: level {{levels}}.',
  'carries.neutral':
    '{{dimension}} {{at}} ({{because}}): informs the choice of measure, does not raise the answer.',
  'carries.upTo': '{{dimension}} {{at}} ({{because}}): carries steps up to {{most}} of 5.',
  'carries.more':
    '{{dimension}} {{at}} ({{because}}): carries steps up to {{most}} of 5; it would carry more.',
  'carries.only': '{{dimension}} {{at}} ({{because}}): by itself carries steps up to {{most}} of 5 only.',
  'carries.ifHigher':
    '{{dimension}} {{at}} ({{because}}): carries the gravest step only if the higher level is true.',
  'at.level': 'at {{level}}',
  'at.between': 'between {{lower}} and {{upper}}',
} as const satisfies Readonly<Record<string, string>>
