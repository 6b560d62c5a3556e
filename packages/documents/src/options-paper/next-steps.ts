/** Section "next steps": what is to be asked, who would have to propose, and the deadline for positions. */
import { sayList } from '../wording.ts'
import { openPoint, rolesInFull } from './labels.ts'
import { offered, type Paper } from './paper.ts'

export function writeNextSteps(paper: Paper): void {
  const { dossier, writer } = paper
  const facts = dossier.decisive.filter(({ askedOfPeople }) => !askedOfPeople).slice(0, 5)
  const findings = dossier.decisive.filter(({ askedOfPeople }) => askedOfPeople).slice(0, 5)
  if (facts.length > 0) {
    writer.numbered(
      `Delegations and services that hold information on the following are invited to share it: ${sayList(facts.map(({ property }) => openPoint(paper, property)))}.`,
    )
  }
  if (findings.length > 0) {
    writer.numbered(
      `People have to weigh and to record: ${sayList(findings.map(({ property }) => openPoint(paper, property)))}.`,
    )
  }
  const firstSteps = offered(paper).flatMap(({ number, offer }) => {
    const [step] = offer.steps
    if (!step) return []
    const by = step.proposers.length > 0 ? `, on a proposal by ${rolesInFull(paper, step.proposers)}` : ''
    return [`Package ${number}: “${step.label}”${by}.`]
  })
  if (firstSteps.length > 0) {
    writer.numbered('The first step of each package would be:')
    writer.list(firstSteps)
  }
  const unreasoned = dossier.consistency.filter(({ reason }) => reason === undefined)
  if (unreasoned.length > 0) {
    writer.numbered(
      `A reason should be put on record for differing from ${sayList([...new Set(unreasoned.map(({ precedentName }) => precedentName))])}, should that be the choice.`,
    )
  }
  writer.numbered('No deadline for positions is on record. The Presidency sets it.')
}
