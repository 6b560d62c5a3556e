/** The partners opened last in this browser, newest first; kept in local storage, and gone with it. */
const KEY = 'demarche.partners'
const MOST = 8

export function recentPartners(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberPartner(code: string): void {
  try {
    const others = recentPartners().filter((one) => one !== code)
    localStorage.setItem(KEY, JSON.stringify([code, ...others].slice(0, MOST)))
  } catch {
    // a browser that keeps nothing shows no recent ones
  }
}
