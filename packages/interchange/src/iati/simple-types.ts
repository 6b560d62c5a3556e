/**
 * What a value of the simple types that the standard uses may look like.
 *
 * Rests on: W3C XML Schema Part 2 (lexical forms; blanks around a value count for nothing but in texts), RFC 3986 and
 * RFC 2732 for addresses, RFC 4646 for languages. Next door: `check-structure.ts`.
 */

interface SimpleType {
  readonly words: string
  readonly fits: (value: string) => boolean
  /** nothing at all is a value too; blanks are none */
  readonly isEmptyToo?: true
}

const ZONE = String.raw`(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?`
const TIME = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`
/** Years before Christ and of more than four digits are days too; there is no year 0. */
const DAY = String.raw`-?(?<year>[1-9]\d{4,}|\d{4})-(?<month>\d\d)-(?<day>\d\d)`
const NAME_START = String.raw`A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`
const NAME = String.raw`${NAME_START}\-.\d\u00B7\u0300-\u036F\u203F\u2040`

/** An address in which what is escaped, or would have to be, is one letter; by parts that need no going back. */
const IN_PATH = String.raw`[\w.~!$&'()*+,;=:@/-]`
const AUTHORITY = String.raw`(?:[\w.~!$&'()*+,;=:-]*@)?(?:\[[^\]]*\]|[\w.~!$&'()*+,;=-]*)(?::\d+)?(?:/${IN_PATH}*)?`
const FROM_ROOT = String.raw`//${AUTHORITY}|/(?!/)${IN_PATH}*`
const SCHEME = String.raw`[A-Za-z][A-Za-z\d+.-]*:(?:${FROM_ROOT}|(?!/)${IN_PATH}*)`
const WITHIN = String.raw`[\w.~!$&'()*+,;=@-]*(?:(?<!^)/${IN_PATH}*)?`
const URI = new RegExp(
  String.raw`^(?:${SCHEME}|${FROM_ROOT}|${WITHIN})(?:\?[\w.~!$&'()*+,;=:@/?-]*)?(?:#[\w.~!$&'()*+,;=:@/?[\]-]*)?$`,
)

function isAddress(value: string): boolean {
  return URI.test(value.replaceAll(/%[\dA-Fa-f]{2}|[^!#-;=?-[\]_a-z~]/gu, '_'))
}

const TYPES: Readonly<Record<string, SimpleType>> = {
  decimal: { words: 'a number such as 1000.50', fits: matches(/^[+-]?(?:\d+\.?\d*|\.\d+)$/) },
  boolean: { words: 'true, false, 1 or 0', fits: matches(/^(?:true|false|1|0)$/) },
  int: {
    words: 'a whole number of at most 2147483647',
    fits: (value) => /^[+-]?\d+$/.test(value) && Math.abs(Number(value) + 0.5) < 2 ** 31,
  },
  positiveInteger: { words: 'a whole number above 0', fits: matches(/^\+?0*[1-9]\d*$/) },
  nonNegativeInteger: { words: 'a whole number of 0 or more', fits: matches(/^(?:\+?\d+|-0+)$/) },
  NMTOKEN: { words: 'one word', fits: matches(new RegExp(`^[:${NAME}]+$`, 'u')) },
  NCName: {
    words: 'one word that begins with a letter',
    fits: matches(new RegExp(`^[${NAME_START}][${NAME}]*$`, 'u')),
  },
  date: { words: 'a day as YYYY-MM-DD', fits: dated(new RegExp(`^${DAY}${ZONE}$`)) },
  dateTime: { words: 'a time as YYYY-MM-DDThh:mm:ss', fits: dated(new RegExp(`^${DAY}T${TIME}${ZONE}$`)) },
  anyURI: { words: 'an address', fits: isAddress },
  language: {
    words: 'a language such as en or en-GB',
    fits: matches(/^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/),
    isEmptyToo: true,
  },
  space: { words: 'default or preserve', fits: matches(/^(?:default|preserve)$/) },
}

/** Whether the value is one of the type; any text is one of a type that has no rules. */
export function isOfType(type: string, value: string): boolean {
  const known = TYPES[type]
  if (!known || (value === '' && known.isEmptyToo)) return true
  return known.fits(withoutBlanks(value))
}

/** The type in words, for what was expected. */
export function typeInWords(type: string): string {
  return TYPES[type]?.words ?? type
}

/** The text without the blanks of XML around it; other spaces, as the one that does not break, are text. */
export function withoutBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

const BLANKS = ' \t\r\n'

function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value)
}

function dated(pattern: RegExp): (value: string) => boolean {
  return (value) => {
    const groups = pattern.exec(value)?.groups
    const [year, month, day] = [groups?.['year'], groups?.['month'], groups?.['day']].map(Number)
    return year !== undefined && month !== undefined && day !== undefined && isDay(year, month, day)
  }
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year > 0 && day >= 1 && day <= days
}
