/** The assessment: seven dimensions, legal tests, norms, and what would decide what is open. */
import { useCase } from '../case/case-context.ts'
import { DecisiveFacts } from './decisive-facts.tsx'
import { LegalTests } from './legal-tests.tsx'
import { Norms } from './norms.tsx'
import { Profile } from './profile.tsx'

export default function AssessmentScreen() {
  const { dossier } = useCase()
  return (
    <div className="columns assessment">
      <div>
        <Profile dossier={dossier} />
        <Norms dossier={dossier} />
      </div>
      <LegalTests />
      <DecisiveFacts />
    </div>
  )
}
