/** The page of a report, such as `/confidence/reports?set=org-osce&state=EE`; without a State it asks for one. */
export function reportPath(set: string, state?: string): string {
  return `/confidence/reports?${new URLSearchParams({ set, ...(state === undefined ? {} : { state }) })}`
}
