/** Section "aim of the response": what the paper is for, what happened, what the packages try to bring about. */
import { daysBetween, formatPartialDate, supportOf } from '@demarche/core'
import { sayCount, sayFact, sentence } from '../wording.ts'
import { strong } from '../paper-writer.ts'
import { propertyLabel } from './labels.ts'
import { offered, type Paper } from './paper.ts'

export function writeAim(paper: Paper): void {
  const { dossier, writer } = paper
  writer.numbered(
    `This paper sets out options for a joint diplomatic response to the malicious cyber activity known as ` +
      `“${dossier.name}”. It proposes and decides nothing: whether to respond, and how, is for the Member States.`,
  )
  if (dossier.summary) writer.numbered(sentence(dossier.summary))
  const dates = ['startDate', 'discoveredDate', 'disclosedDate'].flatMap((property) => {
    const fact = paper.dossier.facts.find((row) => row.property === property)?.fact
    return fact ? [{ label: propertyLabel(paper, property).toLowerCase(), property, fact }] : []
  })
  if (dates.length > 0) {
    writer.numbered([
      'On record are: ',
      ...dates.flatMap(({ label, property, fact }, index) => [
        `${index === 0 ? '' : '; '}${label}, ${sayFact(property, fact)}`,
        ...writer.support(supportOf(fact)),
      ]),
      '.',
    ])
  }
  const offers = offered(paper)
  if (offers.length > 0) {
    writer.numbered('The packages proposed below serve these aims:')
    writer.list(
      offers.map(({ number, offer }) => [
        strong(`Package ${number}, ${offer.label}:`),
        ` ${sentence(offer.purpose)}`,
      ]),
    )
  } else {
    writer.numbered('No package beyond restraint can be proposed on the facts known so far.')
  }
  const newest = Object.values(dossier.statements)
    .flatMap(({ source }) => (source.date && source.date.length === 10 ? [source.date] : []))
    .toSorted()
    .at(-1)
  writer.numbered(
    `The paper rests on ${sayCount(Object.keys(dossier.statements).length)} statements known on ` +
      `${formatPartialDate(dossier.asOf)}, listed with their gradings and markings in Annex C.` +
      (newest && daysBetween(newest, dossier.asOf) >= 0
        ? ` The most recent source is dated ${formatPartialDate(newest)}.`
        : ''),
  )
}
