/** A label of a kind where a heading begins with it. @example capital('sets of norms') // 'Sets of norms' */
export function capital(label: string): string {
  return label.slice(0, 1).toLocaleUpperCase() + label.slice(1)
}
