/** Section "next steps": what is to be asked, who would have to propose, and the deadline for positions. */
import { openPoint, rolesInFull, stepLabel } from './labels.ts'
import { offered, type Paper } from './paper.ts'

const MOST_POINTS = 5

export function writeNextSteps(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, list },
  } = paper
  const points = (ofPeople: boolean): readonly string[] =>
    dossier.decisive
      .filter(({ askedOfPeople }) => askedOfPeople === ofPeople)
      .slice(0, MOST_POINTS)
      .map(({ property }) => openPoint(paper, property))
  const facts = points(false)
  const findings = points(true)
  if (facts.length > 0) writer.numbered(say('next.share', { points: list(facts) }))
  if (findings.length > 0) writer.numbered(say('next.weigh', { points: list(findings) }))
  const firstSteps = offered(paper).flatMap(({ number, offer }) => {
    const [step] = offer.steps
    if (!step) return []
    const measure = stepLabel(paper, step)
    return step.proposers.length > 0
      ? [say('next.stepBy', { number, measure, roles: rolesInFull(paper, step.proposers) })]
      : [say('next.step', { number, measure })]
  })
  if (firstSteps.length > 0) {
    writer.numbered(say('next.firstSteps'))
    writer.list(firstSteps)
  }
  const unreasoned = dossier.consistency.filter(({ reason }) => reason === undefined)
  if (unreasoned.length > 0) {
    const cases = list(unreasoned.map(({ precedentName }) => precedentName))
    writer.numbered(say('next.reason', { cases }))
  }
  writer.numbered(say('next.deadline'))
}
