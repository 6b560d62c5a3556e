/** Elements of XML as text: names and attributes by the writer, everything else escaped. */

/** One element; children are elements already written, or text from `xmlText`. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${xmlText(String(value)).replaceAll('"', '&quot;')}"`)
    .join('')
  return children.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${children.join('')}</${name}>`
}

/** A text as XML 1.0 can hold it: characters that it has no way to write are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** A number as decimal digits: the standard has no exponents. */
export function decimal(number: number): string {
  return number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/** A comment, on a line of its own. */
export function comment(text: string): string {
  return `<!-- ${text.replaceAll('--', '- -')} -->`
}

/** The namespace of what only this desk reads. */
export const NAMESPACE = 'urn:demarche:portfolio'
/** An attribute: what nobody has stated and the standard asks for, and from what it follows. It is not read back. */
export const DERIVED = 'demarche:derived'

/** A text as the standard has it. */
export function narrative(text: string): string {
  return element('narrative', {}, [xmlText(text)])
}

/** The first day on which a date may be. */
export function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** The last day on which a date may be. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  const [year = 0, month = 0] = date.split('-').map(Number)
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}
