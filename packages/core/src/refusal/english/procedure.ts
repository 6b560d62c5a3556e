/** Refusals of a procedure: who may act, its place, its papers, silence, positions, the vote and the joint text. */
export const PROCEDURE = {
  'not-yours': 'This is done by: {{by}}. You act as: {{role}}, {{party}}.',
  'not-the-presidency':
    'This is done by: {{by}}. You act as: {{role}}, {{party}}, which does not hold the Presidency.',
  'prepares-only': 'A desk officer prepares; a delegate speaks for {{party}}.',
  'proposed-by-another': '{{party}} has proposed to act; no other Member State decides that for it.',
  ended: 'The procedure has ended ({{state}}); it takes no further act.',
  'no-silence': 'No silence has been opened.',
  'silence-adopted':
    'Silence ended at its deadline, {{until}}, and the text is adopted; nothing can be added, and an objection after it is none.',
  'no-silence-runs': 'No silence runs.',
  'silence-runs': 'Silence runs until {{until}}; it ends then by itself, or is withdrawn.',
  'silence-noted': 'How silence ended has been noted already.',
  'gone-on': 'The procedure has gone on since silence ended; its course shows how it ended.',
  'text-under-silence': 'The text is under silence until {{until}}; it stands as it was sent.',
  'withdraw-silence-first': 'The text is under silence; withdraw it first.',
  decided: 'The measure is decided; this comes before the decision.',
  'no-step': 'The procedure stands at “{{state}}”, and no such step leads on from there on this track.',
  'there-already': 'The procedure stands at “{{state}}” already.',
  'other-path': 'This is no step of the path of this procedure ({{path}}).',
  'reserve-open': 'A reserve or an objection of {{party}} is open; it is lifted first.',
  'nobody-votes': 'Nobody votes on this track.',
  'brake-stands': 'The brake of {{party}} stands; there is no vote.',
  'rule-not-met': 'The voting rule is not met.',
  'vote-unknown':
    'Whether the voting rule is met is unknown. Not said, or a reserve is held: {{party}}. Who has not said has not said yes.',
  'no-brake-here':
    'The brake of TEU 31(2) stops a qualified majority in CFSP; on this track it has no place.',
  'no-brake-stands': 'No brake stands.',
  'no-adoption-waits': 'No adoption waits for a second person.',
  'publish-adopted': 'The procedure stands at “{{state}}”; what is adopted is published, and nothing else.',
  'nobody-listed': 'Nobody is listed on this track, so nobody is notified.',
  'publish-first': 'What is adopted is published first.',
  'nothing-adopted': 'Nothing is adopted.',
  'no-end': 'What is adopted on this track has no end that could be moved or awaited.',
  'adopted-already': 'The measure is adopted; it is reviewed, or it lapses.',
  'no-position': '{{party}} holds no position that could be lifted.',
  'own-brake-stands': 'The brake of {{party}} stands already.',
  'no-own-brake': '{{party}} has invoked no brake; only who invoked it withdraws it.',
  'two-persons': 'Four eyes need two persons on record; one of them is not.',
  'second-person': 'Who proposed the adoption does not confirm it; a second person does.',
  'no-amendment-waits': 'No amendment waits for a decision.',
  'no-text': 'No text has been laid yet.',
  'papers-missing': '“{{step}}” asks for papers that are not on file: {{papers}}.',
  'papers-not-brought': 'Not on file, and not brought along: {{papers}}.',
  'vote-not-counted': 'The vote cannot be counted: doctrine has no table of populations for this day.',
  'no-quorum': 'No vote is held: {{count}} present; {{least}} needed for a quorum.',
  'vote-too-close': 'Whether the voting rule is met is unknown: the table of populations is too coarse.',
  'no-member-state': '{{party}} is no Member State on {{day}}; only Member States hold positions.',
  'silence-not-stopped':
    'Silence runs until {{until}}, and a position does not stop it: break silence, or comment.',
  'state-breaks-silence':
    'Silence runs until {{until}}, and a position does not stop it: the State breaks silence itself.',
  'nothing-to-lift': '{{party}} holds no position there that could be lifted.',
  'silence-in-the-past': 'Silence ends after it is opened; {{until}} has passed. It is now {{now}}.',
  'extension-too-early': 'An extension ends after the deadline that runs, {{running}}; seen: {{until}}.',
  'other-adoption-waits':
    'The adoption that waits is another one; it may have been proposed anew. Read it again.',
  'published-before-adoption': 'Published on {{day}}, before the adoption on {{since}}; mend the date.',
  'prolonged-to-the-past': 'A prolongation reaches beyond today, {{today}}; seen: {{day}}.',
  'other-acts': 'On this track exactly these are adopted: {{papers}}. Seen: {{seenPapers}}.',
  'annex-missing': 'Each act names in its annex whom it lists; an annex is missing.',
  'annexes-differ':
    'The annexes of the acts do not name the same; Decision and Regulation list the same names.',
  'annex-of-others': 'The annexes do not name those for whom the procedure was opened.',
  'no-version': 'The joint text has no version {{seen}}; it has versions 1 to {{most}}.',
  'meeting-in-the-past': 'A meeting is put on an agenda ahead; {{day}} lies before today, {{today}}.',
  'said-on-another-day':
    'What was said is recorded once it was said, of this procedure; seen: {{day}}. Today is {{today}}.',
  'vote-not-held-yet': 'A vote is recorded once it was held; {{day}} lies after today, {{today}}.',
  'vote-before-opening': 'The procedure was opened on {{since}}; no vote on it was held on {{day}}.',
  'not-done-yet': 'It is recorded once it was done; {{day}} lies after today, {{today}}.',
  'not-counted-as-present': '{{party}} is no Member State on {{day}}; only members are counted as present.',
  'vote-given-twice': 'A vote of another cannot be given so: that of {{party}} is given by two.',
  'holds-two-votes':
    'A vote of another cannot be given so: {{party}} holds more than one; expected at most one.',
  'holder-not-present':
    'A vote of another cannot be given so: {{party}} is not present; expected a member that is present.',
  'present-and-represented':
    'A vote of another cannot be given so: {{party}} is present and represented; expected one of them.',
  'lists-nobody': 'Nobody is listed on this track.',
  'whom-it-lists':
    'A listing names whom it lists, each with what identifies them: date of birth, function, number of registration.',
  'state-twice': '{{party}} stands twice; a State has one position.',
  'stated-by-itself':
    '{{party}} stated a position here; who stated it changes or lifts it, and nobody for it.',
  'act-in-between':
    'Another act was recorded meanwhile: {{now}}. An act comes after those before it. Record it again.',
  'act-recorded-already':
    'You have recorded this act already, resting on the same act before it. Nothing was recorded a second time.',
  'same-act-on-record': 'The same act is on record already.',
  'act-since': 'It was recorded meanwhile: {{party}}, {{now}}.',
  'no-way-for-measure': 'The doctrine of {{day}} has no way for this measure.',
  'procedure-of-public-marking':
    'A procedure is marked LIMITE at least, for positions of capitals are not public; seen: {{marking}}.',
  'paragraph-twice': 'The text has two paragraphs “{{name}}”; an id stands once in a text.',
  'amendment-exists':
    'Amendment “{{name}}” exists already; a changed proposal is a new amendment with an id of its own.',
  'insertion-without-words':
    'Amendment “{{name}}” inserts a paragraph without words; an insertion has words.',
  'no-amendment': 'There is no amendment “{{name}}” to decide; a decision follows its proposal.',
  'amendment-decided':
    'Amendment “{{name}}” was decided already; an amendment is decided once. Propose it anew to reopen it.',
  'amendments-first':
    'Paragraph “{{name}}” is not agreed yet; these amendments wait for a decision first: {{choices}}.',
  'paragraph-held': 'Paragraph “{{name}}” is not agreed yet: {{party}} holds it.',
  'nothing-to-lift-on': '{{party}} holds no position on paragraph “{{name}}”; there is nothing to lift.',
  'no-paragraph': 'The joint text has no paragraph “{{name}}”; name one of: {{choices}}.',
  'no-paragraph-yet': 'The joint text has no paragraph “{{name}}”: no text has been laid yet.',
} as const
