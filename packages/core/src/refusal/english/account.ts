/** Refusals on the way in and about accounts: sign-in, second factor, passkeys, links, passwords, administration, limits. */
export const ACCOUNT = {
  'sign-in-first': 'Sign in first.',
  'session-ended': 'The session has ended. Sign in again.',
  'account-closed': 'This account is closed. Ask the administrator of the desk.',
  'factor-is-passkey':
    'This desk asks for a second factor, and that of this account is a passkey: sign in with it.',
  'set-up-factor': 'This desk asks for a second factor: set one up under “Your account”.',
  'link-used':
    'This link was used before, was withdrawn, or is too old. Ask the administrator of the desk for a new one; whoever runs the desk gets one at its start.',
  'password-guessed':
    'This password would be guessed: expected one that is not on the lists of leaked passwords and not easy to guess from them; a few words that do not belong together are strong.',
  'password-unfit':
    'This password cannot be used: expected {{least}} to {{most}} characters, more than three of them different.',
  'password-wrong':
    'E-mail address and password do not fit together, or this account cannot sign in with a password.',
  'codes-locked': 'Too many wrong codes. Try again in 15 minutes.',
  'code-too-late': 'This took too long, or too many codes were wrong. Enter the password again.',
  'code-wrong': 'This code does not fit. Codes hold for half a minute and work once.',
  'sign-ins-locked':
    'Too many attempts to sign in with this e-mail address. Minutes until you can try again: {{count}}.',
  'address-locked':
    'Too many requests from this network address. Seconds until you can try again: {{count}}.',
  'desk-opening': 'The desk is opening its records. Try again in a moment.',
  'provider-silent':
    'The provider of single sign-on does not answer. Try again in a moment, or sign in with a password.',
  'no-single-sign-on': 'This desk has no single sign-on.',
  'expected-password': 'That was not accepted: expected your password.',
  'expected-code': 'That was not accepted: expected the code that the app shows now.',
  'expected-present-password': 'That was not accepted: expected your present password.',
  'factor-on-already': 'The second factor is on already. Switch it off first.',
  'sign-in-anew':
    'You signed in too long ago for this (minutes allowed: {{most}}): sign out, sign in again, and do this first.',
  'passkey-refused': 'This passkey was not accepted. Try again, or sign in another way.',
  'passkey-not-kept':
    'This passkey was not accepted. Begin again; it must check that it is you, by PIN, fingerprint or face.',
  'passkeys-need-address':
    'Passkeys need an address of this desk that is a name, over https: whoever runs the desk sets PUBLIC_URL.',
  'no-such-passkey': 'There is no such passkey on your account.',
  'only-way-in': 'This is your only way to sign in. Set a password or add another passkey first.',
  'too-many-passkeys': 'An account has at most {{most}} passkeys. Remove one.',
  'open-account-first': 'This account is closed. Open it again first.',
  'nothing-waits': 'Nothing of that name waits: it was decided, withdrawn, or has run out.',
  'somebody-else-confirms': 'Two administrators give access: somebody else confirms what you proposed.',
  'administrator-only': 'Only an administrator of this desk may do this.',
  'act-as-administrator': 'You act as {{role}}. Act as administrator first.',
  'account-changed':
    'This account changed since the proposal was made. Withdraw it, look at the account, and propose again.',
  'waits-already':
    'Something about this person waits for a second administrator already. Have it confirmed or withdraw it first.',
  'no-such-person': 'There is nobody at this desk under {{seen}}.',
  'address-taken': 'Somebody at this desk has this e-mail address already.',
  'last-administrator': 'Nobody else administers this desk. Make somebody else administrator first.',
  'no-invitation': 'There is no invitation to withdraw.',
  'role-not-held': 'You do not hold this role at this desk: {{role}}.',
  'given-by-administrator': 'Party and e-mail address are given by an administrator of the desk.',
  'no-such-session': 'There is no such session.',
  'address-first': 'Give your account an e-mail address first.',
  'no-address-for-mail': 'You have no e-mail address here. Ask an administrator for one.',
  'desk-sends-no-mail': 'This desk sends no mail: its operator has set no mail server (DEMARCHE_SMTP_URL).',
  'no-such-token': 'You have no such token.',
  'feed-address-unused': 'This address is not in use, or not any more. Make a new one under “Notices”.',
  'too-many-windows': 'This session has {{most}} live connections open already. Close a window of the desk.',
} as const
