/** Why an archive of another desk is refused, what of it is left out, and what is remarked on the rest. */
export const ARCHIVE = {
  'archive-not-whole': 'The archive is not whole: a part of it is missing.',
  'archive-newer':
    'A newer Demarche made this archive; one as new is needed to read it. This one reads version {{most}}.',
  'archive-line-other': 'The line is not as an archive has it.',
  'archive-changed': 'The archive was changed after it was signed.',
  'archive-no-key': 'What the archive names as its key is no Ed25519 key.',
  'archive-signed-by-another': 'The signature is not by the key that the archive names.',
  'archive-other-id': 'This id is not that of the statement beside it: {{seen}}.',
  'archive-other-count': 'The archive says that it holds other statements than it does.',
  'archive-taken':
    'Archive of: {{signer}}. Made: {{now}}. Marking up to: {{seen}}. The signature by this key holds: {{name}}.',
  'archive-procedures-kept': 'Procedures of that desk, kept to be read: {{count}}.',
  'archive-reference-left': 'A reference of it leads to nothing here and is left out: {{seen}}.',
  'archive-raised': 'It is marked {{marking}} here now, as at that desk.',
  'archive-procedure-raised': 'It was marked more strictly at that desk since; so it is here now.',
  'archive-marked-as-changed':
    'It changes what is marked more strictly, and is marked so itself: {{marking}}.',
  'archive-marked-there': 'It was marked anew at that desk: {{marking}}.',
  'archive-above-reader': 'It is marked above what whoever imports it may read here.',
  'archive-stays-marked':
    'It is marked {{above}} at that desk now, which whoever imports it may not read; it stays marked {{marking}} here until somebody who may takes the archive in.',
  'archive-says-nothing': 'It says nothing that could stand here.',
  'archive-other-case': 'It opens a procedure of another case.',
  'archive-not-one-act': 'It is not one act: it carries another number of them, or changes one.',
  'archive-act-too-late': 'It is later than the archive that holds it.',
  'archive-own-procedure': 'This desk signed the archive itself: its procedures are here, and go on here.',
  'archive-beside-the-case': 'It is neither about the case nor an act of one of its procedures.',
  'archive-rights-stay': 'Nobody at this desk has signed the rights check.',
} as const
