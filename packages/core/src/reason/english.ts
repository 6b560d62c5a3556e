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
  'level.step': '{{dimension}} {{level}}: {{anchor}}',
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

  // how the response band was come by
  'band.none': 'Impact and intensity are both unknown, so no band is given.',
  'band.effectHigher': 'Effect {{level}}: the higher of impact and intensity.',
  'band.effectAlone': 'Effect {{level}}: {{dimension}} alone, because the other is unknown.',
  'band.reachUp': 'Reach {{level}} (scope, scale) is {{least}} or more: one up, at most 5.',
  'band.reachUnknown': 'Reach is unknown: no step.',
  'band.reachDown': 'Reach {{level}} is {{most}} or less: one down.',
  'band.courseUp': 'Course {{level}} (duration, complexity) is {{least}} or more at band 2: one up.',
  'band.courseUnknown': 'Course is unknown: no step.',
  'band.couldFall': 'One less, {{level}}, should scope and scale both prove to be {{most}} or less.',
  'band.couldBe': 'Band {{lower}}; could be up to {{upper}} if {{raising}}.',
  'band.atLeast': 'At least band {{lower}}; could be up to {{upper}} if {{raising}}.',
  'band.raises': '{{dimensions}} is above {{level}}',
  'band.ceiling': 'Band {{level}}: measures up to escalation {{most}} usually need no special reason.',
  'band.attempt':
    'Only an attempt: the levels say what happened. What was meant to happen is for people to rate beside it.',
  'band.pattern':
    '{{count}} proven acts by the same actor in 24 months: people may raise the ceiling by one.',

  // political factors: what they are called, and what is on record of them
  'factor.public-attribution': 'Public attribution',
  'factor.request-by-victim': 'Request by the victim',
  'factor.partners-acting': 'Partners are acting',
  'factor.pattern': 'Pattern by the same actor',
  'attributed.by':
    'Attributed politically or legally by {{parties}}. Attribution stays the decision of each Member State.',
  'attributed.byNobody': 'No political or legal attribution is on record. Most measures need none.',
  'victim.asks': 'The victim asks for a joint response.',
  'victim.asksNot': 'The victim does not ask for a joint response.',
  'victim.open': 'Nobody has said whether the victim asks for a joint response.',
  'partners.acted': 'Partners have acted: {{parties}}.',
  'partners.actedUnnamed': 'Partners have acted; the record does not say which.',
  'partners.actedAsSaid': 'Partners have acted; in the words of the record: {{reason}}.',
  'partners.act': 'Like-minded partners act or are about to act.',
  'partners.actNot': 'No like-minded partner acts.',
  'partners.open': 'Nobody has said whether partners act.',
  'sources.disagree': 'Sources disagree.',
  'pattern.act':
    '{{count}} proven act by the same actor in 24 months; from {{least}} on the desk speaks of a pattern (our judgement), for which people may go one step above the usual ceiling.',
  'pattern.acts':
    '{{count}} proven acts by the same actor in 24 months; from {{least}} on the desk speaks of a pattern (our judgement), for which people may go one step above the usual ceiling.',
  'pattern.open': 'Nobody has said how many acts the same actor is proven to have done in 24 months.',

  // where like cases were answered otherwise
  'contrast.like': 'A like case was answered differently: {{there}}; here: {{here}}.',
  'contrast.lighter':
    'A lighter case got a stronger answer: {{there}}; here: {{here}}. Harm here and there: {{harm}}.',
  'contrast.graver':
    'A graver case got a weaker answer: {{there}}; here: {{here}}. Harm here and there: {{harm}}.',
  'contrast.case': '{{name}} ({{year}}, {{here}})',
  'contrast.undated': '{{name}} ({{here}})',
  'contrast.harm': '{{dimension}} {{level}} against {{other}}',
  'answer.open': 'no answer on record yet',
  'answer.none': 'no joint response',
  'answer.support': 'support to the lawful response of a Member State',
  'answer.preventive': 'preventive measures',
  'answer.cooperative': 'cooperative measures',
  'answer.stability': 'stability measures',
  'answer.restrictive': 'restrictive measures',

  // whether a measure is open, and why
  'availability.clause': '{{clause}}',
  'availability.lawNotInForce':
    '{{clause}} The law that “{{label}}” asks about was not in force on {{date}}.',
  'availability.notYet': 'Not in force on {{date}}: in force only from {{from}}.',
  'availability.noLonger': 'Not in force on {{date}}: in force until {{until}}.',

  // a proof, line by line: what is asked …
  'proof.line': '{{condition}}: {{outcome}}',
  'proof.all': 'All of these',
  'proof.any': 'At least one of these',
  'proof.not': 'Not this',
  'proof.always': 'Whatever the facts',
  'proof.test': '{{label}}',
  'proof.weigh': 'Weighing by people',
  'proof.human': 'Question to people: {{questions}}',
  'proof.counterfactual': 'Read on the intended effect, by people',
  'proof.conditions': 'Conditions for people to confirm: {{questions}}',
  'proof.withGrounds': '{{condition}} (grounds: {{grounds}})',
  'proof.fact.==': '{{property}} is {{wanted}} (on record: {{value}})',
  'proof.fact.!=': '{{property}} is not {{wanted}} (on record: {{value}})',
  'proof.fact.>': '{{property}} is more than {{wanted}} (on record: {{value}})',
  'proof.fact.>=': '{{property}} is at least {{wanted}} (on record: {{value}})',
  'proof.fact.<': '{{property}} is less than {{wanted}} (on record: {{value}})',
  'proof.fact.<=': '{{property}} is at most {{wanted}} (on record: {{value}})',
  'proof.fact.in': '{{property}} is one of {{wanted}} (on record: {{value}})',
  'proof.fact.includes': '{{property}} includes one of {{wanted}} (on record: {{value}})',
  'proof.fact.nonEmpty': '{{property}} names at least one (on record: {{value}})',
  // … and what came out
  'proof.true': 'met',
  'proof.false': 'not met',
  'proof.unknown': 'unknown',
  'proof.contested': 'contested',
  'proof.ownWords': '{{clause}}',
  'proof.holds': 'holds',
  'proof.holdsNot': 'does not hold',
  'proof.rests': '{{outcome}}, resting on a finding by a person',
  'proof.found.true': 'found by a person to hold',
  'proof.found.false': 'found by a person not to hold',
  'proof.found.unknown': 'no finding by a person yet',
  'proof.found.contested': 'findings differ',

  // doubts about what the outcome of a vote rests on
  'voteDoubt.noRule': 'the pack has no such rule in force on {{date}}',
  'voteDoubt.ruleNotRead': 'not read in its source: {{reason}}',
  'voteDoubt.figuresNotRead': 'the figures were not read in their source',
} as const satisfies Readonly<Record<string, string>>
