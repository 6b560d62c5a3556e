/** What stands in the way at the desk itself and on the way to it: its faults, its limits, addresses that cannot be read. */
export const DESK = {
  'desk-defect':
    'A fault of the desk stopped this; nothing of it was recorded. Report it with the reference {{name}}.',
  'sent-too-large': 'This is more than the desk takes at once. Send it in parts.',
  'sent-from-elsewhere':
    'The desk takes this from its own pages alone, at the address that whoever runs it has set. It came from: {{seen}}.',
  'address-too-long': 'A part of the address is longer than any name at this desk.',
  'address-unreadable': 'The address cannot be read; expected UTF-8 in percent escapes.',
} as const
