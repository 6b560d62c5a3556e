/** Refusals of files, evidence, rights checks, consultations and checks of points of contact. */
export const WORK = {
  'file-empty': 'The file is empty.',
  'file-too-large':
    'The file is larger than {{most}} MB, the limit of this desk. Split it, import it with “demarche import” from a shell, or raise DEMARCHE_MAX_UPLOAD_MB.',
  'imports-under-way':
    'You have {{most}} imports under way, which is the most. Wait until one has ended, or cancel one.',
  'no-such-import': 'There is no such import of yours. Imports are forgotten when the server stops.',
  'key-not-trusted':
    'This archive is signed by a key that is not trusted here: {{seen}}. It says that it comes from {{signer}}. Compare the fingerprint with that desk over another channel; then have it added to DEMARCHE_TRUSTED_KEYS, or import with --trust. Nothing was recorded.',
  'nothing-may-leave':
    'Nothing of this case that you may see may leave so. Choose a higher marking or another party.',
  'evidence-too-large':
    'The file is larger than {{most}} MB, the most that is kept of an item here. Keep it where it is, and on record its hash and who holds it.',
  'evidence-other-hash':
    'This is not the file that is on record: it has the SHA-256 {{seen}}; on record of the item: {{choices}}. Attach the file that it is, or correct what is on record first.',
  'evidence-asks-counsel':
    '“{{name}}” comes from criminal procedure, and nobody has agreed to its use for a listing. Put the question to counsel or its originator and record the answer on the item.',
  'evidence-refused':
    '“{{name}}” may not be used for a listing: its originator or counsel said no. Rest the facts on something else, or record a later answer on the item.',
  'evidence-key-missing':
    'The key of evidence is not to be had, so that no file of evidence can be read or added; everything else of the desk goes on. The operator finds where it must lie in docs/configuration.md.',
  'package-changed':
    'The package {{seen}} is not composed for this case today, or not with this measure. Packages with it: {{choices}}.',
  'measure-in-no-package':
    'The package {{seen}} is not composed for this case today, and no other holds this measure.',
  'rights-check-missing':
    'A procedure is opened on a signed rights check; none is on record that you may see. Measures: {{measures}}.',
  'rights-check-unsigned':
    'A procedure is opened on a signed rights check; nobody has signed it. Measures: {{measures}}. Without an answer: {{questions}}.',
  'rights-check-stale':
    'A procedure is opened on a signed rights check; it has changed since it was signed. Measures: {{measures}}. Without an answer: {{questions}}.',
  'rights-check-review-due':
    'A procedure is opened on a signed rights check; it was to be looked at again by {{day}}. Measures: {{measures}}.',
  'rights-check-open':
    'The rights check leaves something open: {{questions}}. It does not forbid; expected: why the procedure is opened all the same.',
  'signature-asks-nothing': 'Nothing is asked of these measures, so there is nothing to sign.',
  'signature-without-answers':
    'There is no answer yet to: {{choices}}. Expected one for each question, be it “not known” with its grounds.',
  'signature-review-past': 'The day of review is {{day}}; expected: after {{today}}.',
  'signature-too-open':
    'It is marked {{marking}}; expected: at least {{above}}, as the answers that are signed. Who may not see an answer must not see that somebody signed it.',
  'intake-full':
    'This desk has taken {{most}} submissions without an account within an hour, which is the most. Send yours again in the next hour.',
  'consultation-closed': 'The consultation has closed: {{until}}.',
  'consultation-opens': 'The consultation opens on {{day}}.',
  'consultation-undated': 'The consultation has no last day yet.',
  'consultation-not-here': 'The consultation is not answered at this desk.',
  'name-expected': 'Expected your name or that of your organisation.',
  'no-names-asked': 'No names are asked for in this consultation.',
  'consultation-unreadable': 'The desk itself cannot read this consultation, so it takes no answers to it.',
  'no-submission': 'There is no submission at this address.',
  'closed-for-withdrawal':
    'The consultation has closed: what was sent can be withdrawn until then. Write to whoever asked.',
  'withdrawn-by-author': 'Its author has withdrawn it.',
  'moderators-only':
    'This is for a desk officer, chair or legal adviser of {{owner}}; you act as {{role}} for {{party}}.',
  'name-and-text-together':
    'Name and text stand in one statement, so the text cannot be published without the name; put them on record apart.',
  'result-of-nothing': 'Expected a paragraph, or what came of it.',
  'synthesis-changed': 'Somebody else wrote the synthesis, or what came of it, since it was shown.',
  'cites-strange': 'Paragraph {{count}} cites what is no accepted submission to this consultation: {{seen}}.',
  'nothing-to-publish': 'There is neither a synthesis nor what came of it yet.',
  'consultation-not-public':
    'The consultation itself is not marked for everybody; mark it PUBLIC and TLP:CLEAR first.',
  'part-of-others': 'A part of it is on record for {{party}}.',
  'no-mail-for-checks':
    'This desk has no mail server, so that no check can be sent. Record a check by hand, as a communication check of the point of contact.',
  'contact-link-used':
    'This link answers nothing: it was used, or its last day has passed. Nothing more is asked of you.',
  'schedule-set-by':
    'The schedule of communication checks is set by a desk officer or chair of {{owner}}; you act as {{role}}.',
  'schedule-begins-in-past':
    'The first checks would have been due already: {{until}}. Expected a time that is still to come.',
  'schedule-begins-too-far':
    'The first checks are more than two years ahead: {{day}}. Expected an earlier day.',
} as const
