/**
 * Short forms of bodies, such as HWPCI, with what they stand for: not everybody knows the letters.
 *
 * The long forms are those of doctrine: "Political and Security Committee (PSC)". Next door: `party-name.ts`.
 */
import type { Doctrine } from '@demarche/core'
import { Fragment } from 'react'
import { useDoctrine } from '../api/queries.ts'
import { semicolon } from './semicolon.ts'

/** Short form to long form, of every role that doctrine names with both. */
function shortForms(doctrine: Pick<Doctrine, 'roles'> | undefined): ReadonlyMap<string, string> {
  return new Map(
    (doctrine?.roles ?? []).flatMap(({ label }) => {
      const [, long, short] = /^(.+) \(([A-Z][\w/-]+)\)$/.exec(label) ?? []
      return long !== undefined && short !== undefined ? [[short, long] as const] : []
    }),
  )
}

/** The text as runs, each with what it stands for where it is a short form met for the first time. */
export function speltRuns(
  doctrine: Pick<Doctrine, 'roles'> | undefined,
  text: string,
): readonly { readonly text: string; readonly long?: string }[] {
  const forms = shortForms(doctrine)
  const met = new Set<string>()
  return text
    .split(/(?<![\w/-])([A-Z][\w/-]+)(?![\w/-])/)
    .filter((run) => run !== '')
    .map((run) => {
      const long = met.has(run) ? undefined : forms.get(run)
      // written out already, as in the label of the role itself
      if (long === undefined || text.includes(long)) return { text: run }
      met.add(run)
      return { text: run, long }
    })
}

/** A text in which the short forms of bodies say on hover, and to assistive technology, what they stand for. */
export function SpeltOut({ text }: { readonly text: string }) {
  const { data: doctrine } = useDoctrine()
  return speltRuns(doctrine, text).map((run, index) => (
    <Fragment key={index}>
      {run.long === undefined ? run.text : <abbr title={run.long}>{run.text}</abbr>}
    </Fragment>
  ))
}

/** What the short forms in a text stand for, written out: once on a screen, where the text stands first. */
export function WrittenOut({ text }: { readonly text: string }) {
  const { data: doctrine } = useDoctrine()
  const long = speltRuns(doctrine, text).flatMap((run) => run.long ?? [])
  return long.length > 0 && <span className="quiet">({long.join(semicolon())})</span>
}

/** The name of a body as doctrine has it; its short form where it has none. */
export function bodyInWords(
  doctrine: Pick<Doctrine, 'roles'> | undefined,
  body: string,
  shortForm: string,
): string {
  return doctrine?.roles.find(({ id }) => id === body)?.label ?? shortForm
}
