/** Section "aim of the response": what the paper is for, what happened, what the packages try to bring about. */
import { daysBetween, supportOf } from '@demarche/core'
import { sayFact } from '../language/case-wording.ts'
import { strong } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import { insideSentence, packageLabel, propertyLabel } from './labels.ts'
import { offered, type Paper } from './paper.ts'

export function writeAim(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say, saying, date, count } = wording
  writer.numbered(say('aim.purpose', { name: dossier.name }))
  if (dossier.summary) writer.numbered(sentence(dossier.summary))
  const dates = ['startDate', 'discoveredDate', 'disclosedDate'].flatMap((property) => {
    const fact = dossier.facts.find((row) => row.property === property)?.fact
    return fact ? [{ label: insideSentence(paper, propertyLabel(paper, property)), property, fact }] : []
  })
  if (dates.length > 0) {
    const said = dates.flatMap(({ label, property, fact }, index) => [
      ...(index === 0 ? [] : [wording.semicolon]),
      say('aim.date', { label, date: sayFact(wording, property, fact) }),
      ...writer.support(supportOf(fact)),
    ])
    writer.numbered(saying('aim.onRecord', { dates: said }))
  }
  const offers = offered(paper)
  if (offers.length > 0) {
    writer.numbered(say('aim.packages'))
    writer.list(
      offers.map(({ number, offer }) => [
        strong(say('aim.package', { number, package: packageLabel(paper, offer) })),
        ` ${sentence(wording.ofDoctrine(offer.purpose))}`,
      ]),
    )
  } else {
    writer.numbered(say('aim.noPackage'))
  }
  const newest = Object.values(dossier.statements)
    .flatMap(({ source }) => (source.date && source.date.length === 10 ? [source.date] : []))
    .toSorted()
    .at(-1)
  const statements = Object.keys(dossier.statements).length
  writer.numbered(
    [
      say('aim.rests', { count: statements, number: count(statements), date: date(dossier.asOf) }),
      ...(newest && daysBetween(newest, dossier.asOf) >= 0
        ? [say('aim.newest', { date: date(newest) })]
        : []),
    ].join(' '),
  )
}
