/** Section "aim of the response": what the paper is for, what happened, what the packages try to bring about. */
import { daysBetween, formatPartialDate } from '@demarche/core'
import { sayFact, sentence } from '../wording.ts'
import type { Paper } from './paper.ts'

export function writeAim({ dossier, writer }: Paper): void {
  writer.numbered(
    `This paper sets out options for a joint diplomatic response to the malicious cyber activity known as ` +
      `“${dossier.name}”. It proposes and decides nothing: whether to respond, and how, is for the Member States.`,
  )
  if (dossier.summary) writer.numbered(sentence(dossier.summary))
  const dates = ['startDate', 'discoveredDate', 'disclosedDate'].flatMap((property) => {
    const row = dossier.facts.find((fact) => fact.property === property)
    return row?.fact ? [{ row, fact: row.fact }] : []
  })
  if (dates.length > 0) {
    writer.numbered('The dates on record are:')
    writer.list(
      dates.map(({ row, fact }) => [
        `${row.label}: ${sayFact(row.property, fact)}`,
        ...writer.support(
          fact.state === 'known'
            ? fact.support
            : fact.state === 'contested'
              ? fact.alternatives.flatMap((a) => a.support)
              : [],
        ),
      ]),
    )
  }
  const purposes = dossier.packages.filter(({ restraint }) => !restraint)
  if (purposes.length > 0) {
    writer.numbered('The packages proposed below serve these aims:')
    writer.list(purposes.map(({ label, purpose }) => `${label}: ${sentence(purpose)}`))
  } else {
    writer.numbered('No package beyond restraint can be proposed on the facts known so far.')
  }
  const newest = Object.values(dossier.statements)
    .flatMap(({ source }) => (source.date && source.date.length === 10 ? [source.date] : []))
    .toSorted()
    .at(-1)
  writer.numbered(
    `The paper rests on ${Object.keys(dossier.statements).length} statements known on ` +
      `${formatPartialDate(dossier.asOf)}, listed with their gradings and markings in Annex B.` +
      (newest && daysBetween(newest, dossier.asOf) >= 0
        ? ` The most recent source is dated ${formatPartialDate(newest)}.`
        : ''),
  )
}
