/** Refusals at the border of the ledger: values, dates, references, markings, who may record, what was changed meanwhile. */
export const RECORD = {
  'no-such-property': 'A record of this kind has no such property: {{seen}}.',
  'value-no-country':
    '“{{seen}}” is the code of no country; expected a code such as GR (not EL) or GB (not UK), EU or *.',
  'value-other-country': '“{{seen}}” cannot be named here; expected EU, * or one of these: {{choices}}.',
  'value-no-place':
    '“{{seen}}” is the code of no country, organisation or region; expected a code such as GR or GB, EU, * or a group of doctrine.',
  'value-holds-at-all-times':
    'It does not change with time; from when and until when it holds cannot be said.',
  'value-ends-before-it-starts': 'Its last day, {{day}}, lies before its first, {{since}}.',
  'source-after-today': 'The source is dated {{day}}; expected: not after today, {{today}}.',
  'correction-of-nothing': 'What is corrected or withdrawn is not on record for you: {{seen}}.',
  'marking-of-nothing': 'What is to be marked anew is not on record for you: {{seen}}.',
  'correction-of-another': 'What is corrected or withdrawn ({{seen}}) says nothing of “{{name}}”.',
  'change-too-open':
    'A correction or withdrawal is marked at least as strictly as what it changes. Choose that marking, or state the new value on its own.',
  'says-nothing': 'Nothing is said; expected one value at least, unless a statement is withdrawn.',
  classified:
    'The text carries the marking “{{seen}}”. Classified information must not enter this desk, which is not accredited for it. Nothing was recorded. Keep the text on an accredited system and record here only what has been released from it.',
  'lowered-without-right':
    'It is marked {{marking}}, below {{above}}, at which it starts. Going below is for a desk officer, chair or legal adviser of {{owner}}; you act as {{role}}.',
  'lowered-without-reason':
    'It is marked {{marking}}, below {{above}}, at which it starts: expected the reason for it.',
  'needs-one-name': 'A new record needs exactly one name; seen: {{count}}.',
  'same-statement': 'The same statement from the same source is on record already.',
  'evidence-not-on-record': 'There is no item of evidence that you may see under {{seen}}.',
  'evidence-too-open':
    'The statement is marked {{marking}}, and “{{name}}” is not known so far: its readers would learn of an item that they may not see. Mark the statement {{choices}} or more strictly, or leave the item out.',
  'above-the-desk':
    'It is marked {{marking}}; the operator lets nothing above {{above}} into this desk. Keep it on a system that is meant for it, or ask whoever asserted it for a version that may be shared this far.',
  'role-records-nothing':
    'The role {{role}} puts nothing on record; ask somebody who acts as analyst, desk officer, delegate, chair or legal adviser.',
  'above-clearance':
    'It is marked {{marking}}; you may read only up to {{above}} and what is released to you.',
  'marked-for-others':
    'Marked {{marking}} it is for other parties than yours; name yours, or leave it to one of them.',
  'changed-meanwhile':
    'What you change was changed by somebody else meanwhile. Look at what stands now, then decide again. Nothing of yours was recorded.',
  'recorded-meanwhile':
    'Something about it was recorded meanwhile. Look at what stands now, then decide again. Nothing of yours was recorded.',
  'keeps-its-marking': 'This statement keeps its marking.',
  'marked-so-already': 'It is marked {{marking}} already.',
  'not-readable-any-more': 'You could not read it any more; let somebody else do it.',
  'more-could-read':
    'More people could read it. Only a desk officer, chair or legal adviser of {{owner}}, for which it is on record, may let more people read it; you act as {{role}} for {{party}}.',
  'no-such-kind': 'There is no kind of record “{{seen}}”.',
  'too-many-lines': 'More than {{most}} lines do not go into one file. Narrow what is shown.',
  'asked-too-often':
    'You have asked for this {{most}} times within a minute, which is the most. Seconds until you can try again: {{count}}.',
  'ends-before-it-begins': 'The time asked for ends before it begins.',
  'iati-holds-projects': 'IATI holds projects, and no other kind of record.',
  'iati-needs-one': 'There is no project here, and a file of IATI holds one at least.',
  'iati-holds-none': 'IATI can hold none of these projects.',
  'iati-lacks-objective': 'Nobody has stated its objective.',
  'iati-lacks-date': 'Nobody has stated a date of it.',
  'iati-lacks-organisation': 'Nobody has stated who pays for it or carries it out.',
  'no-such-facet':
    'This list is not filtered by “{{seen}}”. Expected is property=value with one of these properties: {{choices}}.',
  'nobody-of-this-desk': 'There is nobody at this desk with an open account under {{seen}}.',
  'maker-stays': 'Whoever made a list stays on it, so that somebody always answers for it.',
  'not-oneself': 'Nobody takes themselves off a list: somebody who stays does it.',
  'no-known-party':
    '“{{seen}}” names no party that this desk knows; expected a code such as EE, EEAS or GSC.',
  'nothing-for-party':
    '{{party}} would get nothing of this: no statement that you see is marked so that its delegate may read it.',
  'erasure-of-others':
    'An erasure is proposed by a desk officer, chair or legal adviser of {{owner}}, which put the statement on record; you act as {{role}} for {{party}}.',
  'two-people-erase': 'Two people erase: somebody else confirms what you proposed.',
  'erasure-confirmed-by':
    'An erasure is confirmed by somebody else who acts as legal adviser, chair or auditor; you act as {{role}}.',
  'erasure-taken-back-by':
    'Whoever proposed it, or a chair or legal adviser of {{owner}}, takes it back; you act as {{role}} for {{party}}.',
  'erasure-proposed-already': 'Its erasure is proposed already.',
  'erasure-withdrawn': 'This proposal was withdrawn.',
  'erasure-run-out': 'This proposal has run out.',
  'erasure-carried-out': 'This proposal was carried out.',
  'list-in-force':
    'This statement says who stands on a list now: {{seen}}. Let a member record the list without what must go, then erase this one. Nothing was erased.',
  'act-as-auditor': 'You act as {{role}}. Act as auditor first.',
  'auditor-only': 'Only an auditor may read the audit log and have the records verified.',
} as const
